import { correction, generate } from 'lean-qr';
import { toSvgPath } from 'lean-qr/extras/svg';

type QrCodeProps = { readonly text: string; readonly title: string; readonly caption: string };

/** Modules of white that a reader needs around the code (ISO/IEC 18004, 6.3.8). */
const QUIET = 4;

export function QrCode({ text, title, caption }: QrCodeProps) {
  const code = generate(text, { minCorrectionLevel: correction.L });
  const size = code.size + 2 * QUIET;
  return (
    <figure className="qr">
      <svg viewBox={`${-QUIET} ${-QUIET} ${size} ${size}`} role="img" aria-label={title} shape-rendering="crispEdges">
        <rect x={-QUIET} y={-QUIET} width={size} height={size} fill="#fff" />
        <path d={toSvgPath(code)} fill="#000" />
      </svg>
      <figcaption>{caption}</figcaption>
    </figure>
  );
}
