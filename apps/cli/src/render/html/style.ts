const LIGHT = `--ink:#17212b;--soft:#52606d;--faint:#66727e;--line:#dfe4e8;--page:#f4f6f7;--card:#fff;--tint:#eef5f8;--accent:#0a6585;--on:#fff;--bar:#0a7397;--quiet:#8495a2;--track:#e4e9ec`;
const DARK = `--ink:#e8edf0;--soft:#b0bbc4;--faint:#98a5af;--line:#2d3942;--page:#0f161b;--card:#172026;--tint:#132a35;--accent:#6cc3e0;--on:#0b1a21;--bar:#4fb0d1;--quiet:#6d7e8a;--track:#2a363f`;

/** One accent; everything else is ink on paper. Contrast of text is AA (4.5:1) in both schemes. */
export const STYLE = `
:root{${LIGHT};color-scheme:light dark}
@media screen and (prefers-color-scheme:dark){:root{${DARK}}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-behavior:smooth}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
html.zh .en,html.en .zh{display:none}
[hidden]{display:none!important}
body{margin:0;background:var(--page);color:var(--ink);font:15px/1.6 -apple-system,BlinkMacSystemFont,"Segoe UI","Helvetica Neue","PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans SC","Noto Sans CJK SC",sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
.page{max-width:980px;margin:0 auto;padding:28px 20px 48px}
h1,h2,h3,p,dl,dd,ul,ol,figure{margin:0;padding:0}
ul,ol{list-style:none}
h1{font-size:26px;line-height:1.3;font-weight:650;letter-spacing:.01em}
h2{font-size:19px;line-height:1.35;font-weight:650}
h3{font-size:13px;font-weight:600;color:var(--soft)}
small{font-size:13px;font-weight:400;color:var(--soft)}
a{color:var(--accent)}
b{font-weight:650}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:4px}
.number,td.number{font-variant-numeric:tabular-nums;white-space:nowrap}

.top{display:flex;gap:8px 24px;justify-content:space-between;align-items:flex-start;flex-wrap:wrap;margin-bottom:20px}
.top>div:first-child{flex:1 1 260px}
.top p{color:var(--soft)}
.langs{display:flex;border:1px solid var(--line);border-radius:8px;overflow:hidden;background:var(--card)}
.langs button{font:inherit;font-size:14px;min-height:36px;padding:4px 14px;border:0;background:none;color:var(--soft);cursor:pointer}
.langs button[aria-pressed=true]{background:var(--accent);color:var(--on);font-weight:600}
.langs button:focus-visible{outline-offset:-3px;outline-color:currentColor}

.tiles{display:grid;grid-template-columns:repeat(4,1fr);background:var(--card);border:1px solid var(--line);border-radius:12px;margin-bottom:20px}
.tile{padding:14px 20px}
.tile+.tile{border-left:1px solid var(--line)}
.tile dt{font-size:13px;color:var(--soft)}
.tile dd b{display:block;font-size:24px;line-height:1.3}
.tile dd>span{font-size:13px;color:var(--soft)}
.sum{display:block;overflow-wrap:break-word}

.overview,.card,.terminals,.input{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:20px 24px;margin-bottom:20px}
.overview{padding-bottom:8px}
.overview h2 small,.terminals h2 small{margin-left:10px}
.overview li{border-top:1px solid var(--line)}
.overview ol{margin-top:12px}
.overview a{display:grid;grid-template-columns:28px 1fr auto;gap:2px 10px;padding:10px 0;color:inherit;text-decoration:none}
.overview a:hover b{color:var(--accent);text-decoration:underline;text-underline-offset:3px}
.overview .where,.overview .do{font-size:13.5px;color:var(--soft)}
.overview .do{text-align:right}
.rank{display:inline-grid;place-items:center;min-width:24px;height:24px;padding:0 5px;border-radius:7px;background:var(--tint);color:var(--accent);font-size:13px;font-weight:650;line-height:1;text-decoration:none}

.state{display:inline-block;padding:0 8px;border-radius:99px;border:1px solid var(--accent);background:var(--accent);color:var(--on);font-size:12px;line-height:19px;font-weight:600;white-space:nowrap}
.state.over{background:none;color:var(--soft);border-color:var(--faint)}
.card header{display:grid;grid-template-columns:1fr auto;align-items:end;gap:0 20px;margin-bottom:14px}
.over-title{display:flex;flex-wrap:wrap;gap:2px 10px;align-items:center;font-size:13px;color:var(--soft);margin-bottom:4px}
.id{font-size:12px;color:var(--faint)}
.card h2{display:flex;gap:10px;align-items:center;font-size:21px}
.card h2 .rank{height:26px;min-width:26px;font-size:15px;flex:none}
.chance{grid-row:1/3;grid-column:2;text-align:right;font-size:12.5px;color:var(--soft);line-height:1.25}
.chance b{display:block;font-size:30px;line-height:1.1;color:var(--accent);font-weight:650}
.facts{display:grid;gap:6px}
.facts>div{display:grid;grid-template-columns:72px 1fr;gap:0 12px}
dt{color:var(--soft)}
.facts dt{font-size:13.5px;padding-top:1px}
.sure{font-size:13.5px;color:var(--soft)}
details summary{cursor:pointer;color:var(--accent);font-size:13.5px}
details p{font-size:13.5px;color:var(--soft)}

.next{margin:16px 0;padding:12px 16px;border-left:4px solid var(--accent);border-radius:0 8px 8px 0;background:var(--tint)}
.next h3{color:var(--accent);display:flex;flex-wrap:wrap;gap:0 10px;align-items:baseline}
.next .who{color:var(--soft);font-weight:400}
.next p{font-size:16px;font-weight:550;margin-top:2px}
.reasons{display:grid;grid-template-columns:3fr 2fr;gap:16px 32px;margin-top:16px}
.reasons>:only-child{grid-column:1/-1}
.reasons h3{margin-bottom:6px}
.evidence li{display:grid;grid-template-columns:auto 1fr;gap:10px;padding:5px 0;border-top:1px solid var(--line)}
.strength{min-width:46px;height:22px;margin-top:1px;padding:0 7px;border-radius:5px;border:1px solid var(--line);font-size:12px;line-height:20px;text-align:center;color:var(--soft);white-space:nowrap}
html.en .strength{min-width:82px}
.strength.against{border-style:dashed;border-color:var(--faint)}
.others li{display:grid;grid-template-columns:1fr 48px;gap:0 12px;padding:5px 0;border-top:1px solid var(--line)}
.others .number{text-align:right}
.others .meter{grid-row:2;grid-column:1/3}
.meter{display:block;width:100%;margin-bottom:3px}
.track{fill:var(--track)}
.fill{fill:var(--bar)}
.detected{margin-top:12px;font-size:12.5px;color:var(--faint)}

figure{margin:16px 0 0}
figcaption{font-size:13px;color:var(--soft);display:flex;flex-wrap:wrap;gap:2px 16px}
figcaption>span:first-child{flex:1 1 auto}
.key{display:inline-flex;gap:6px;align-items:center;white-space:nowrap}
.chart{display:grid;grid-template-columns:38px 1fr;margin-top:6px}
.chart svg{display:block;width:100%;overflow:visible}
.chart text{font-size:12px;fill:var(--soft)}
.bar{fill:var(--bar)}
.bar.quiet{fill:var(--quiet)}
.grid{stroke:var(--line)}
.grid.base,.tick line{stroke:var(--faint)}
.usual{fill:none;stroke:var(--ink);stroke-width:1.6;stroke-dasharray:5 3;vector-effect:non-scaling-stroke}
.mark line{stroke:var(--ink);stroke-width:1.5}
.mark text{fill:var(--ink);font-weight:600;paint-order:stroke;stroke:var(--card);stroke-width:4px;stroke-linejoin:round}

.note{font-size:13.5px;color:var(--soft)}
.print-only{display:none}
.tools{display:flex;gap:10px;align-items:center;margin-top:12px;font-size:14px}
.tools input{font:inherit;font-size:16px;flex:1 1 120px;max-width:320px;min-width:0;min-height:38px;padding:4px 12px;border:1px solid var(--faint);border-radius:8px;background:var(--page);color:var(--ink)}
.tools output{color:var(--soft)}
.scroll{overflow-x:auto;margin-top:12px}
table{border-collapse:collapse;width:100%;font-size:14px}
th,td{padding:7px 8px;text-align:left;vertical-align:top;border-bottom:1px solid var(--line);font-weight:400}
table{overflow-wrap:break-word}
tbody th{font-weight:600}
td bdi,th bdi{display:inline-block;max-width:16em}
tbody tr:hover{background:var(--tint)}
td.number,th.number{text-align:right}
thead th{padding:0;vertical-align:bottom;border-bottom:1px solid var(--faint)}
thead button{font:inherit;font-size:13px;font-weight:600;color:var(--soft);background:none;border:0;cursor:pointer;width:100%;padding:7px 8px;text-align:inherit;white-space:nowrap}
thead .plain{display:block;font-size:13px;font-weight:600;color:var(--soft);padding:7px 8px}
thead button:not([hidden])+.plain{display:none}
thead button:hover{color:var(--accent)}
thead th:not([aria-sort=none]) button{color:var(--ink)}
th[aria-sort=ascending] button::after{content:" \\2191"}
th[aria-sort=descending] button::after{content:" \\2193"}
td .rank{margin:0 0 3px 3px}
.part{display:inline-block;white-space:nowrap;margin-right:8px;color:var(--soft);font-size:13px}
td .rank{min-width:22px;height:22px}
td.links{white-space:normal}
.narrow{display:none}

.figures{display:grid;grid-template-columns:repeat(auto-fill,minmax(150px,1fr));gap:10px 20px;margin:12px 0 0}
.figures dt{font-size:13px;line-height:1.4}
.figures dd{font-weight:600}
.input p{margin:14px 0 0}
.input h3{margin:16px 0 4px}
.rejects li{padding:5px 0;border-top:1px solid var(--line);font-size:13.5px}
code{font:12.5px ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;color:var(--soft)}
footer{font-size:12.5px;line-height:1.6;color:var(--faint)}

@media (max-width:640px){
.page{padding:18px 12px 32px}
h1{font-size:22px}
.tiles{grid-template-columns:1fr 1fr}
.tile{padding:10px 14px}
.tile dd b{font-size:20px}
.tile:nth-child(3){border-left:0}
.tile:nth-child(n+3){border-top:1px solid var(--line)}
.overview,.card,.terminals,.input{padding:16px 14px}
.overview a{grid-template-columns:28px 1fr}
.overview .do{grid-column:2;text-align:left}
.card h2{font-size:19px}
.card header{gap:0 12px}
.chance b{font-size:25px}
.facts>div{grid-template-columns:44px 1fr;gap:0 10px}
.reasons{grid-template-columns:1fr}
.tick.odd text{display:none}
.chart{grid-template-columns:30px 1fr}
td.wide,th.wide{display:none}
.narrow{display:block;font-size:12px}
td.links{min-width:62px}
th:first-child{width:40%}
th bdi{max-width:11em}
th,td{padding:7px 5px}
thead button{padding:7px 5px}
}
@media (max-width:380px){
.tile{padding:10px 12px}
.tile dd b{font-size:18px}
}
@media (max-width:420px){
.middle{display:none}
th,td,thead button,thead .plain{padding-left:4px;padding-right:4px}
}
@media print{
@page{margin:14mm 12mm}
body{background:none;font-size:10.5pt}
.page{max-width:none;padding:0}
.js,.langs{display:none!important}
.print-only{display:block}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
.card,.tiles,.overview,.input,figure,.next,tr,.evidence li{break-inside:avoid}
h2,h3,figcaption{break-after:avoid}
.overview,.card,.terminals,.input{padding:12pt;margin-bottom:12pt}
.scroll{overflow:visible}
thead{display:table-header-group;break-inside:avoid}
tbody tr:nth-child(n+41){display:none}
a{color:inherit}
thead button:not([hidden])+.plain{display:block;padding:3pt}
table{font-size:9pt}
th,td{padding:3pt}
thead th{padding:0}
.part,thead .plain,.note,.facts dt,.sure{font-size:8.5pt}
.terminals{border:0;padding:0}
}
`;
