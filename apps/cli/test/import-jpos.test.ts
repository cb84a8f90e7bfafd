import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importOf, scratch } from './log-fixture.ts';

const { write } = scratch();

/** Published for testing. */
const CARD = '4111111111111111';
const REQUEST = `<log realm="channel/10.0.0.7:40001" at="Tue Nov 03 09:00:00.100 CST 2026" lifespan="3ms">
  <receive>
    <isomsg direction="incoming">
      <!-- org.jpos.iso.packager.GenericPackager[cfg/cup.xml] -->
      <header>6000030000</header>
      <field id="0" value="0200"/>
      <field id="2" value="${CARD}"/>
      <field id="3" value="000000"/>
      <field id="4" value="000000001250"/>
      <field id="11" value="000345"/>
      <field id="22" value="021"/>
      <field id="35" value="${CARD}=30122010000012300000"/>
      <field id="41" value="33087586"/>
      <field id="42" value="898210154110002"/>
      <field id="49" value="156"/>
      <field id="52" value="A1B2C3D4E5F60718" type="binary"/>
      <isomsg id="60">
        <field id="1" value="22"/>
        <field id="2" value="000012"/>
        <field id="5" value="2"/>
      </isomsg>
    </isomsg>
  </receive>
</log>
`;
const REPLY = `<log realm="channel/10.0.0.7:40001" at="2026-11-03T09:00:01.350">
  <send>
    <isomsg direction="outgoing">
      <field id="0" value="0210"/>
      <field id="11" value="000345"/>
      <field id='37' value='012345678901'/>
      <field id="39" value="55"/>
      <field id="41" value="33087586"/>
      <field id="43" value="A &amp; B"/>
    </isomsg>
  </send>
</log>
`;

describe('a jPOS log', () => {
  it('gives attempts, and nothing that is secret', async () => {
    const { attempts, imported, counts } = await importOf([write('q2.log', REQUEST + REPLY)]);
    expect(attempts).toEqual([
      {
        time: Date.parse('2026-11-03T09:00:00.100+08:00'),
        terminal_id: '33087586',
        interface: 'magstripe',
        outcome: 'failed',
        code: 'iso39:55',
        attempt_id: '33087586:20261103:000012:000345',
        merchant_id: '898210154110002',
        card_ref: 'tok_abcdef',
        bin: '411111',
        service_code: '201',
        fallback: true,
        rtt_ms: 1250,
        amount_minor: 1250,
        currency: 'CNY',
        extra: { trace: '000345', batch: '000012', reference: '012345678901', processing_code: '000000' },
      },
    ]);
    expect(counts).toMatchObject({ rejected: 0, removed_card_data: 1 });
    expect(JSON.stringify({ attempts, imported })).not.toContain(CARD);
  });

  it('may have all of a message in one line, and several roots', async () => {
    const flat = (REQUEST + REPLY).replaceAll(/\n\s*/g, '');
    const { attempts } = await importOf([write('flat.xml', `<?xml version="1.0"?>\n<logger>${flat}${flat}`)]);
    expect(attempts).toHaveLength(1);
  });

  it.each([
    [
      'values between its tags',
      (xml: string) => xml.replace(/<field id="(11|39)" value="(\w+)"\/>/g, '<field id="$1">$2</field>'),
    ],
    [
      'values in CDATA',
      (xml: string) => xml.replace(/<field id="(39|43)" value="([^"]+)"\/>/g, '<field id="$1"><![CDATA[$2]]></field>'),
    ],
    [
      'tags over several lines',
      (xml: string) => xml.replaceAll('<field id', '<field\n  id').replaceAll('<isomsg ', '<isomsg\n'),
    ],
    [
      'values of nothing',
      (xml: string) => xml.replaceAll('</isomsg>', '<field id="44">\n</field><field id="46"></field></isomsg>'),
    ],
  ])('may have %s', async (_, rewrite) => {
    const [plain, rewritten] = await Promise.all(
      [REQUEST + REPLY, rewrite(REQUEST + REPLY)].map((xml, at) => importOf([write(`written${at}.log`, xml)])),
    );
    expect(rewritten?.attempts).toHaveLength(1);
    expect(rewritten?.attempts).toEqual(plain?.attempts);
  });

  it('goes on after a message that was cut off or has no type', async () => {
    const cut = REQUEST.slice(0, REQUEST.indexOf('<field id="22"'));
    const typeless = REPLY.replace('"0210"', '"02"');
    const { attempts, reasons } = await importOf([write('cut.log', `${cut}\n${typeless}${REQUEST}${REPLY}${cut}`)]);
    expect(attempts).toHaveLength(1);
    expect(reasons.map(({ code, count, samples }) => [code, count, samples.map(({ line }) => line)])).toEqual([
      ['import.cut_off', 2, [3, 62]],
      ['import.mti', 1, [14]],
    ]);
  });

  it('is read as it is, whatever it holds', async () => {
    const piece = fc.constantFrom(
      '<log at="',
      '<isomsg>',
      '<isomsg id="60">',
      '</isomsg>',
      '<field id="2" value="',
      CARD,
      '"/>',
      '</log>',
      '\n',
      '<field id="0" value="0200"/>',
      '&amp;',
      '<',
      '\u0000',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
        const { attempts, reasons, imported } = await importOf([write('fuzz.xml', `<log >\n${pieces.join('')}`)]);
        expect(JSON.stringify([attempts, reasons, imported])).not.toContain(CARD);
      }),
      { numRuns: 150 },
    );
  });
});
