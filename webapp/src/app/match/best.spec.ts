import { best, rankBy } from './best';

const found = (query: string, ...names: string[]) => best(names, rankBy(query), 8);

describe('a match', () => {
  it('is the better the earlier the name has what is looked for', () => {
    expect(found('an', 'joan', 'mary-ann', 'ann', 'an', 'bob')).toEqual(['an', 'ann', 'mary-ann', 'joan']);
  });

  it('knows neither case nor accents', () => {
    expect(found('ZO', 'Zoë', 'bob')).toEqual(['Zoë']);
    expect(found('zoë', 'zoe')).toEqual(['zoe']);
  });

  it('keeps the order of those that match alike', () => {
    expect(found('', 'cem', 'ann', 'bob')).toEqual(['cem', 'ann', 'bob']);
  });
});
