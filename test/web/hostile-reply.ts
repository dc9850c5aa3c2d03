import type { Reply } from '../../bot/index.ts';

/** Everything that must not be taken for markup. */
export const hostile: Reply = {
  kind: 'smalltalk',
  language: 'zh-TW',
  role: null,
  progress: null,
  parts: [
    {
      type: 'text',
      text: '<script>alert(1)</script> & "quoted" \'single\' [1] [9] https://example.gov.tw/a?b=1&c=<b> javascript:alert(1)',
    },
    { type: 'heading', text: '<img src=x onerror=alert(1)>' },
    { type: 'table', caption: '<b>', columns: ['"><i>', 'b'], rows: [['<u>', '"onload="x']] },
  ],
  citations: [
    {
      document: '<',
      title: '<title>',
      edition: '"',
      section: '<Q>',
      passage: "'",
      quote: '</blockquote><script>alert(2)</script>',
    },
  ],
  choices: [{ label: '<button>', value: '"><script>', emphasis: 'plain' }],
};
