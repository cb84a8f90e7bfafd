/** Line drawings of 24 × 24 that stand beside words and say nothing by themselves. */
const PATHS = {
  back: 'M15 5l-7 7 7 7',
  check: 'M5 13l4 4L19 7',
  cross: 'M6 6l12 12M18 6L6 18',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  chart: 'M5 20V11M12 20V4M19 20v-6',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  send: 'M4 12l16-8-6 17-3-7z',
  hand: 'M12 3v9M8 6v8M16 7v7M20 10v5a6 6 0 0 1-6 6h-2a6 6 0 0 1-5-3l-3-5 1-1 3 2',
} as const;

export function Icon({ of }: { readonly of: keyof typeof PATHS }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[of]} />
    </svg>
  );
}
