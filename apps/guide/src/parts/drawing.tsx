/** A drawing of a question or a step; nothing where there is none. */
export function Drawing({ id }: { readonly id: string | undefined }) {
  if (id === undefined) return null;
  return <div className="drawing" data-drawing={id} />;
}
