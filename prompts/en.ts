import type { Wording } from './wording.ts';

/** English around the Chinese terms, which stay as they are in the documents. */
export const en: Wording = {
  answer: {
    also: (title, told) => `If you meant “${title}”: ${told}`,
    contextHeading: 'The same section also says:',
    part: (title) => `On “${title}”`,
    expectedAhead: (period) =>
      `This was announced for ${period}; please rely on the competent authority's notice for what actually takes place.`,
    expectedRunning: (period, today) =>
      `This was announced for ${period}. As of ${today} that period has begun, but the documents do not say whether it has started; please confirm with your personnel office.`,
    expectedOver: (period, today) =>
      `This was announced for ${period}. As of ${today} that period is over, and the documents do not say what took place; please confirm with your personnel office.`,
    expectedOpen: 'This was announced without a date.',
    onceAndNow: (now) => `That was how it was put then. Today's description: ${now}`,
    notYetPublished: (document, edition, asOf) =>
      `You asked about ${asOf}. 《${document}》 is the ${edition} edition and had not been published then, so it cannot tell what held at that time; no earlier document here answers this.`,
    asOf: (asOf) => `As of ${asOf}:`,
    appliesTo: (editions) => `Edition: ${editions.join(', ')}. `,
    automatic:
      'Compiled automatically from the documents listed, for reference only; it does not replace a decision of your personnel office or the competent authority.',
    understoodAs: (standalone) => `I understood the question as: “${standalone}”`,
  },
  abstention: {
    notSaid: (asked) => `The documents do not give ${asked.join(' or ')}.`,
    known: (says) => says,
    nearHeading: 'What the documents do say:',
    askWhom: (office) => `Please ask: ${office}.`,
    outside: (matter, office) =>
      `“${matter}” is outside the two documents on AI talent that I answer from, so I cannot answer it without guessing. Please ask: ${office}.`,
    nothing: (lookedFor) =>
      `I looked for “${lookedFor}” in the two documents and found nothing that answers it, so I will not guess. You can put it differently or ask your personnel office (人事單位).`,
    nearQuestions: 'Did you mean one of these?',
    office: 'your agency’s personnel office (人事單位)',
  },
  clarification: { which: 'This could mean different things. Please choose one, or say a little more:' },
  handoff: {
    button: 'Ask a person in HR (找人事承辦人)',
    given: (question) =>
      `Please take this question to your agency's personnel officer. You can quote it: “${question}”. This version cannot send it for you yet; please use your agency's usual channel.`,
    noQuestion:
      "Please contact your agency's personnel officer. This version cannot send a question for you yet; please use your agency's usual channel.",
    notPassedOn: 'I did not keep this text and passed it on to nobody; please turn to the offices above yourself.',
  },
  notice: {
    empty: 'I received no text. Please type your question, for example “Where can I take AI courses?”.',
    tooLong: (max) =>
      `That is too long: I read at most ${max.toLocaleString('en-US')} characters at once. Please send the one or two sentences that matter most.`,
    onlySymbols: 'I only see symbols. Please tell me your question in words.',
    unreadable: 'I could not read this text; its encoding may be broken. Please type it again.',
    notKept: '(not kept)',
    masked: 'Personal data in your message was masked first and is not kept; you need not give any to ask a question.',
    help: 'I am an automated assistant on AI talent in government, not a person. I answer from two documents (the FAQ of June 2026 and the slides of 29 May 2025), with the source; what they do not say, I say plainly. I can:',
    helpItems: [
      'answer questions, for example “Which certificate should general staff take first?”',
      '“Which AI role am I?”: find the role that fits your work in a few questions',
      '“Recommend courses”: an order of courses and certificates for your role',
      'at any time: help, restart, cancel, back, skip, how did you understand that, ask a person',
    ],
    cleared: 'I have cleared our conversation. Let us start again.',
    unavailable:
      'The system cannot store anything at the moment, so this message is not done yet. Please send it again in a while; the same message is never handled twice.',
    failed: 'Sorry, that did not work. Please send it again; if it keeps failing, ask your personnel office.',
    noSuchChoice: 'There is no option of that number now. Choose a button, or say it in words.',
    staleChoice: 'That button has expired. Please ask again or choose below.',
    nothingUnderstoodYet: 'No question has been asked in this conversation yet.',
    personalRecord:
      'That needs your personal record. I am not connected to any personnel or learning system and will not guess; please look there or ask your personnel office.',
  },
  welcome: {
    text: 'Hello, I am an assistant on AI talent in government. Ask in your own words; I give the source, and say so where the documents are silent.',
    starters: [
      { label: 'Must everyone take 3 hours of AI courses?', value: 'say:Must everyone take 3 hours of AI courses?' },
      { label: 'Which AI role am I?', value: 'interview:start' },
      { label: 'Which certificate first?', value: 'say:Which certificate should general staff take first?' },
      { label: 'Recommend courses', value: 'recommend:' },
    ],
  },
  source: { heading: 'Sources', line: (title, edition, section) => `《${title}》${edition}, ${section}` },
  roles: {
    policy: 'AI policy talent (AI政策人才)',
    applied: 'AI application talent (AI應用人才)',
    developer: 'AI developer talent (AI開發人才)',
    researcher: 'AI research talent (AI研究人才)',
  },
  interview: {
    intro:
      'Let us see in a few questions which AI role is closest to your work. Only actual duties count, not your title or grade.',
    progress: (step, of) => `Question ${step} (at most ${of})`,
    heard: (duties) => `I have noted: ${duties}.`,
    free: 'You can also describe your work in a sentence or two.',
    unsure: 'Not sure',
    skip: 'Skip',
    back: 'Back',
    cancel: 'Stop for now',
    cancelled: 'Stopped; your answers are kept. Say “continue” to go on.',
    resumed: 'We go on where we were.',
    resumeOffer: 'Continue the role interview',
    corrected: (question) => `Let us change question ${question}.`,
    noSuchQuestion: (question) => `There is no question ${question} to change yet.`,
    notUnderstood:
      'I did not understand that. Choose an option, type its number, or describe what you actually do; “not sure” is fine.',
    result: (role) => `First suggestion: your work is closest to ${role}.`,
    resultUnsure: (role, runnerUp) =>
      `First suggestion: closest to ${role}, but ${runnerUp} is near, so this is not certain.`,
    confidence: (percent, runnerUp) => `Confidence about ${percent}%; second: ${runnerUp}.`,
    fromWords: (runnerUp) =>
      `This goes by these words of yours alone, without a question asked; second: ${runnerUp}. For a closer look, do the interview and answer a few questions.`,
    reasonsCaption: 'What counted',
    reasonsColumns: ['Ground', 'What you said', 'Effect'],
    effect: (role, weight) =>
      `${weight === 0 ? 'does not change' : weight < 0 ? 'speaks against' : weight >= 1.5 ? 'clearly supports' : 'supports'} the result (leans to ${role})`,
    flip: (question, answer, role) =>
      `Smallest change that would flip it: answering “${answer}” to “${question}” would give ${role}.`,
    documentsSay: 'What the documents say (in Chinese):',
    tooLittle:
      'What you said does not show yet which role is closest, so there is no suggestion and nothing is kept. Describe what you actually do in a sentence or two, or start over.',
    why: 'The questions are to see from actual duties which role is closest; the answers serve only this suggestion, and you may skip any.',
    noFlip: 'No single change of an answer would flip the result.',
    undefinedRoles:
      'Note: the FAQ describes the roles unevenly; “developer” has only the keyword 實現 and “researcher” only 前瞻. The guideline itself (not loaded) has the definitions.',
    decides: 'This is a first suggestion from your description; your supervisor and personnel office decide.',
    notEveryone:
      'Not everyone needs to become an AI development expert: the FAQ suggests 全體打底、專屬分流 (a base for all, special paths for some).',
    wantsCourses: 'Courses and certificates for me',
    again: 'Start over',
    more: 'Answer a few questions more',
  },
  recommendation: {
    intro: (role) => `An order of learning for ${role}: general knowledge first, then practice (先通識、後實務應用).`,
    introBorrowed: (role) =>
      `An order of learning for ${role}. “General knowledge first, then practice” (先通識、後實務應用) is what the FAQ suggests to general staff (一般行政同仁); it is borrowed here.`,
    introNoRole:
      'Your role is not known yet, so this is an order for every role. “General knowledge first, then practice” (先通識、後實務應用) is what the FAQ suggests to general staff (一般行政同仁); the role interview makes it more precise.',
    introEarlier: (today) => `This uses only what had been published by ${today}.`,
    nothingLeft: 'With what you told me, nothing that the documents list is left to recommend; the reasons are below.',
    hours: (year, total, ai) =>
      `From ${year} on, the ${total} hours of learning of each civil servant (公務人員) a year must (須) include ${ai} hours of AI courses.`,
    hoursNote: (year, basic, advanced, total) =>
      `Do not mix this with another figure: the HR performance appraisal of ${year} (人事業務績效考核) lists ${basic} basic + ${advanced} advanced = ${total} hours. It is not the rule for each person, and how it is counted is not documented.`,
    hoursTotalLeft: (hours) => `You said that ${hours} hours of learning are left.`,
    hoursTotalFull: 'You said that your hours of learning are complete.',
    hoursAiLeft: (hours) => `You said that ${hours} hours of AI courses are left.`,
    hoursAiFull: 'You said that your AI hours are complete, so you can choose by what you want to learn.',
    hoursCounting:
      'How long each course is and which ones count is not documented; check the platform or ask your personnel office (人事單位) before you choose.',
    stage: { basic: 'Basic (入門)', advanced: 'Advanced (進階)', practice: 'Practice (實作)' },
    pathCaption: 'Suggested path',
    pathColumns: ['Stage', 'Item', 'Why', 'Status'],
    mode: { online: 'online', inPerson: 'in person', unknown: 'online or in person: not documented' },
    sector: { public: 'public-sector certification', industry: 'industry certificate' },
    item: (name, details) => `${name}: ${details.join(', ')}`,
    expected: {
      ahead: (status) => `${status}; this period lies ahead`,
      running: (status, today) =>
        `${status}; as of ${today} that period has begun, but the documents do not say whether it has started: please ask your personnel office`,
      over: (status, today) =>
        `${status}; as of ${today} that period is over, and the documents do not say what took place: please ask your personnel office`,
    },
    leftOut: 'Left out:',
    and: '; ',
    leftOutLine: (items, why) => `${items}: ${why}`,
    why: {
      done: 'you have done it.',
      covered: 'you already have this basis.',
      audience: (audience) => `it is for ${audience}; if you are one, say “I am a manager”.`,
      otherRole: (roles) => `the documents mention it when they speak of ${roles.join(', ')}.`,
      mode: (mode) => `it is held ${mode}, which is not what you asked for.`,
      kind: 'you asked not to see this kind; say “show everything” to see it.',
      stage: 'it is not of the stage that you asked for; say “show everything” to see it.',
      notPublished: (today) => `on ${today} the document that names it was not published or no longer held.`,
    },
    goOn: 'How to go on:',
    incentives: 'Incentives that the documents mention:',
    modulesUnknown:
      'Note: the 8 course modules go 入門→進階→實作. Neither their names nor the stage of each class is documented; the stages above follow from the descriptions.',
    findRole: 'Find my role first',
    whole: 'See the whole path',
    online: 'Online only',
    inPerson: 'In person only',
    anyMode: 'Online or in person',
  },
};
