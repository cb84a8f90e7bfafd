/** An attribute of leaves: `codes[i]` is the place of leaf i's value in `values`. */
export type LeafAttribute = {
  readonly name: string;
  readonly values: readonly string[];
  readonly codes: Int32Array;
};

/** What is to be found: a value for each of some attributes. */
export type PlantedCause = { readonly [attribute: string]: string };

/** A measure by combinations of attribute values at one moment, with the forecast that was made of it. */
export type LeafCase = {
  readonly attributes: readonly LeafAttribute[];
  readonly real: Float64Array;
  readonly predict: Float64Array;
  readonly truth: readonly PlantedCause[];
};

/** Failed and all attempts by minute and combination of attribute values; the incident is at `at`. */
export type RatioCase = {
  readonly attributes: readonly LeafAttribute[];
  readonly minutes: Int32Array;
  readonly failed: Float64Array;
  readonly total: Float64Array;
  readonly at: number;
  readonly truth: readonly PlantedCause[];
};
