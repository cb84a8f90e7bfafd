import type { Scene } from './scene.ts';

/** Columns by which a fault most often bulges out of the whole. */
const BULGES = ['app_version', 'firmware_version', 'model'] as const;

/**
 * A first guess of which failures are ordinary, so that the first baseline is not made of the faults themselves: where a
 * terminal, a version or a model fails on an interface far more often than the rest (by more than three standard deviations and
 * two failures), only as many of its failures count as the rest would have had.
 */
export function withoutOutliers({ frame, attributes, observations }: Scene): Float32Array<ArrayBuffer> {
  const { terminal_id: terminal, interface: face } = frame.text;
  const faces = face.values.length;
  const share = new Float32Array(frame.length).fill(1);
  for (const codes of [terminal.codes, ...BULGES.map((column) => attributes[column])]) {
    const attempts = new Map<number, number>();
    const failures = new Map<number, number>();
    const all = new Float64Array(faces);
    const allFailed = new Float64Array(faces);
    const cellOf = (row: number) => codes[row]! * faces + face.codes[row]!;
    for (let row = 0; row < frame.length; row++) {
      if (codes[row]! < 0) continue;
      const failed = observations.classOf[row]! >= 0 ? 1 : 0;
      attempts.set(cellOf(row), (attempts.get(cellOf(row)) ?? 0) + 1);
      failures.set(cellOf(row), (failures.get(cellOf(row)) ?? 0) + failed);
      all[face.codes[row]!]!++;
      allFailed[face.codes[row]!]! += failed;
    }
    for (let row = 0; row < frame.length; row++) {
      if (codes[row]! < 0) continue;
      const n = attempts.get(cellOf(row))!;
      const own = failures.get(cellOf(row))!;
      const rest = all[face.codes[row]!]! - n;
      const usual = (allFailed[face.codes[row]!]! - own) / Math.max(1, rest);
      const expected = n * usual;
      if (rest > n / 4 && own > expected + 3 * Math.sqrt(expected) + 2)
        share[row] = Math.min(share[row]!, expected / own);
    }
  }
  return share;
}
