const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** The first of some devices that a model, as records name it, belongs to. */
export function deviceIn<D extends { readonly models: readonly string[] }>(
  devices: readonly D[],
  model: string,
): D | null {
  const name = plain(model);
  return devices.find(({ models }) => models.some((one) => name.includes(one))) ?? null;
}
