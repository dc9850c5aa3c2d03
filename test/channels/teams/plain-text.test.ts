import { describe, expect, it } from 'vitest';
import { activitySchema } from '../../../adapters/channels/teams/activity.ts';
import { plainTextOf, plainTextOfHtml } from '../../../adapters/channels/teams/plain-text.ts';
import { bob, bot } from './people.ts';

describe('plainTextOf()', () => {
  const textOf = (text: string, ...entities: object[]) =>
    plainTextOf(activitySchema.parse({ type: 'message', text, entities, recipient: bot }));
  const mark = { type: 'mention', text: '<at>人事助理</at>', mentioned: bot };

  it('takes out the mention that the platform names, and no word that only looks like one', () => {
    expect(textOf('請問 <at>人事助理</at> 在嗎', mark)).toBe('請問  在嗎');
    expect(textOf('人事助理 你好')).toBe('人事助理 你好');
    expect(textOf('<at>別人</at> 你好')).toBe('<at>別人</at> 你好');
  });

  it('names the others who are mentioned', () => {
    const other = { type: 'mention', text: '<at>測試員乙</at>', mentioned: bob };
    expect(textOf('<at>人事助理</at>&nbsp;請教<at>測試員乙</at>的學習時數', mark, other)).toBe(
      '請教測試員乙的學習時數',
    );
  });

  it('holds a text of 100 kB to what the store should keep', () => {
    expect(textOf('字'.repeat(100_000)).length).toBe(8_000);
  });
});

describe('plainTextOfHtml()', () => {
  const rows: readonly (readonly [string, string])[] = [
    ['<p>第一段&nbsp;話</p><p>第二段<br>第三行</p>', '第一段 話\n第二段\n第三行'],
    ['<div><div><at id="0">測試員乙</at> 請假&lt;三天&gt;&amp;半天</div></div>', '測試員乙 請假<三天>&半天'],
    ['&#20154;&#x4E8B;&unknown;', '人事&unknown;'],
    ['<img src="x" onerror="alert(1)">', ''],
    ['沒有標記', '沒有標記'],
  ];
  for (const [html, text] of rows) it(`reads ${html}`, () => expect(plainTextOfHtml(html)).toBe(text));
  it('takes no time for a long row of brackets', () => {
    const began = performance.now();
    plainTextOfHtml('<'.repeat(200_000));
    plainTextOfHtml('&#'.repeat(100_000));
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});
