import { describe, expect, it } from 'vitest';
import { ACTIONS, DEVICES, deviceOf } from '../src/index.ts';
import { isSaid } from './said.ts';

describe('devices', () => {
  it.each(DEVICES.map((device) => [device.id, device] as const))(
    '%s says only what a document says, in both languages',
    (_, device) => {
      const { name, models, lights, cleaning, forbids, source } = device;
      expect(source).toMatch(/^https:\/\//);
      const texts = [
        name,
        ...lights.flatMap(({ shows, means }) => [shows, means]),
        ...cleaning.allowed,
        ...cleaning.forbidden,
      ];
      expect(texts.filter((text) => !isSaid(text))).toEqual([]);
      expect(models.filter((model) => !/^[a-z0-9]{4,}$/.test(model))).toEqual([]);
      expect(forbids.filter((action) => !(action in ACTIONS))).toEqual([]);
      expect(lights.length + cleaning.forbidden.length).toBeGreaterThan(0);
    },
  );

  it.each([
    ['Ingenico Move/5000', 'ingenico'],
    ['LANE 3000', 'ingenico'],
    ['V400m', 'verifone'],
    ['BBPOS Chipper 2X BT', 'bbpos-chipper-2x'],
    ['Stripe Reader M2', null],
    ['stripe_m2', 'stripe-m2'],
    ['SUNMI P2', null],
    ['', null],
  ])('knows %j as %j', (model, id) => {
    expect(deviceOf(model)?.id ?? null).toBe(id);
  });

  it('forbids a cleaning card in the chip slot of an Ingenico', () => {
    expect(deviceOf('ingenico')?.forbids).toEqual(['clean.contacts']);
  });
});
