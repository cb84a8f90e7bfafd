/** A 15-digit merchant number (field 42) taken apart as the classic UnionPay numbers are built: 3 + 4 + 4 + 4 digits. */
export type MerchantNumber = {
  readonly institution: string;
  readonly area: string;
  readonly category: string;
  readonly sequence: string;
};

/** Null where it is no 15 digits: an acquirer's own number, of which nothing can be told. */
export function splitMerchantNumber(written: string): MerchantNumber | null {
  const [, institution, area, category, sequence] =
    /^(\d{3})(\d{4})(\d{4})(\d{4})$/.exec(written.replace(/[\s-]/g, '')) ?? [];
  if (institution === undefined || area === undefined || category === undefined || sequence === undefined) return null;
  return { institution, area, category, sequence };
}
