import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess } from '../../../bot/interview/assess.ts';
import { foldText } from '../../../bot/interview/fold-text.ts';
import { readDuties } from '../../../bot/interview/read-duties.ts';
import { script } from './script.ts';

const roleOf = (text: string) => assess(script, readDuties(script, text), []).role;

describe('readDuties()', () => {
  const readings: readonly (readonly [claim: string, text: string, role: string])[] = [
    ['reads ordinary administration as applied', '我在稅務局收發公文，也會用Copilot', 'applied'],
    ['reads who writes the system', '系統是廠商寫的，我管採購', 'policy'],
    ['reads who writes the system in English', 'The vendor writes the code. I manage the procurement.', 'policy'],
    ['keeps the work apart from that of a colleague', '程式撰寫交給組員，AI系統的預算由我編列', 'policy'],
    ['counts the present, not the past', '以前寫程式、訓練模型，現在改做人事差勤', 'applied'],
    ['counts the present after an ordinary past', '本來管總務採購，後來轉任資訊職務，現在寫程式串接API', 'developer'],
    ['counts no wish', '想學 Python 寫程式，目前在櫃台受理申請', 'applied'],
    ['reads a denial', '我不寫程式，也不訓練模型，每天審核案件', 'applied'],
    ['reads a denial behind its object', '程式我不會寫，AI系統的招標文件是我寫的', 'policy'],
    ['takes 不只 for no denial', '我不只寫程式，還訓練模型', 'developer'],
    ['counts programming by a clerk as development', '我在戶政櫃台當辦事員，整天寫程式、串接API', 'developer'],
    ['counts no office supplies as AI policy', '我負責採購影印紙和辦公家具，辦比價和驗收', 'applied'],
    ['counts the procurement of AI as policy', '我負責採購AI客服系統，辦招標和驗收', 'policy'],
    ['takes the minutes of an AI task force for minutes', '我在AI推動小組做會議紀錄、訂便當', 'applied'],
    ['tells research from trying a tool', '我研究怎麼用Copilot寫公文', 'applied'],
    ['reads research', '我提出新的演算法，做對照實驗，投稿國際期刊', 'researcher'],
    ['reads Simplified', '我负责写程序、调试接口、部署服务器', 'developer'],
    ['does not take training courses for model training', '我辦員工教育訓練，訓練新進人員', 'applied'],
    ['does not take land development for programming', '我辦土地開發許可審查', 'applied'],
  ];
  test.each(readings)('%s', (_claim, text, role) => expect(roleOf(text)).toBe(role));

  test('quotes exactly, whatever the script and width', () => {
    for (const text of [
      '我寫ＰＹＴＨＯＮ程式',
      '我负责写代码和训练模型',
      '臺北市：採購 AI 系統',
      '我用Copilot👍潤稿',
    ]) {
      for (const { text: quote, start } of readDuties(script, text))
        expect(text.slice(start, start + quote.length)).toBe(quote);
    }
  });

  test('finds nothing where nothing is said', () => {
    for (const text of ['', '   ', '你好', '👍👍', '我是薦任第八職等資訊處理職系設計師'])
      expect(readDuties(script, text)).toEqual([]);
  });

  test('never fails and never leaves the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(foldText(text)).toHaveLength(text.length);
        for (const one of readDuties(script, text)) expect(text).toContain(one.text);
      }),
    );
  });
});

describe('titles, grades and 職系', () => {
  const titles = [
    '薦任第九職等',
    '資訊處理職系',
    '綜合行政職系',
    '系統分析師',
    '程式設計師',
    '研究員',
    '科長',
    '高級分析師',
    '資訊長',
    '助理研究員',
    '約聘人員',
    '採購專員',
    'AI應用規劃師',
    '資料科學家',
    'policy analyst',
    'software engineer',
    'research fellow',
  ];
  const duties = [
    '收發公文，用Copilot潤稿',
    '寫程式、串接API',
    '系統是廠商寫的，我管採購',
    '提出新的演算法，投稿期刊',
    '不寫程式，審核AI專案預算',
    '以前寫程式，現在辦差勤',
    'I write code and deploy models',
    '处理民众陈情',
    '一半寫程式、一半管標案',
  ];
  const frames: readonly ((title: string, duty: string) => string)[] = [
    (title, duty) => `我是${title}。${duty}`,
    (title, duty) => `我的職稱是${title}，${duty}`,
    (title, duty) => `${title}，${duty}`,
    (title, duty) => `${duty}。職稱：${title}`,
    (title, duty) => `身為${title}，${duty}`,
  ];

  test('never change role or confidence', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...titles),
        fc.constantFrom(...duties),
        fc.constantFrom(...frames),
        (title, duty, frame) => {
          const plain = assess(script, readDuties(script, duty), []);
          const titled = assess(script, readDuties(script, frame(title, duty)), []);
          expect([titled.role, titled.confidence, titled.confident]).toEqual([
            plain.role,
            plain.confidence,
            plain.confident,
          ]);
        },
      ),
      { numRuns: 800 },
    );
  });
});
