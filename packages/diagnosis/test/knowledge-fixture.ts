/** Small knowledge whose numbers can be followed by hand. */
export const SMALL = {
  schema: 'duka.knowledge/1',
  faults: 'single',
  causes: [
    { id: 'dirt', prior: 0.5 },
    { id: 'wear', prior: 0.3 },
    { id: 'net', prior: 0.2 },
  ],
  observations: [
    {
      id: 'light',
      cost: 1,
      values: ['on', 'off'],
      given: { dirt: [0.9, 0.1], wear: [0.2, 0.8] },
      otherwise: [0.05, 0.95],
    },
  ],
  actions: [
    { id: 'wipe', cost: 5, fixes: { dirt: 0.9 } },
    { id: 'swap', cost: 4, fixes: { wear: 0.8, net: 0.1 } },
    { id: 'restart', cost: 20, fixes: { net: 0.95 } },
  ],
  call: { id: 'call', cost: 100 },
};
