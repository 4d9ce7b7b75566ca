import { plainOf } from './plain';

describe('what somebody wrote, in words alone,', () => {
  it.each([
    ['**now** or *never*, ~~perhaps~~ `if`', 'now or never, perhaps if'],
    ['[tea](https://example.org/) at https://b.example/x', 'tea at https://b.example/x'],
    ['# Plan\n> why?\n\n---\n\nso', 'Plan\n“why?”\n\nso'],
    ['- a\n- [x] b\n- [ ] c', '• a\n☑ b\n☐ c'],
    ['3. a\n4. b', '3. a\n4. b'],
    ['|a|b|\n|-|-|\n|1|**2**|', 'a, b\n1, 2'],
    ['```js\nlet a;\n```', 'let a;'],
    ['![a cat](https://a.example/cat.png)', 'a cat'],
    ['<b>x</b>\ny', '<b>x</b>\ny'],
    ['', ''],
  ])('of %j is %j', (content, plain) => {
    expect(plainOf(content)).toBe(plain);
  });
});
