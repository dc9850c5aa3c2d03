import type { LearningWording } from './learning-wording.ts';

/** English of the ledger; Chinese terms stay. */
export const learningEn: LearningWording = {
  category: { aiBasic: 'AI basic', aiAdvanced: 'AI advanced', other: 'other' },
  state: { reported: 'self-reported', imported: 'imported', verified: 'verified' },
  hours: (hours) => `${hours} h`,
  total: 'Total',
  figuresCaption: (year, today) => `Your hours of ${year} as entered here (up to ${today})`,
  figuresColumns: ['Category', 'Hours', 'State'],
  byState: (state, hours) => `${state} ${hours} h`,
  and: ', ',
  nothingYet: (year) => `Nothing is entered here for you for ${year} yet, so I cannot say what is left.`,
  nothingAtAll: 'You have not entered anything here yet. ',
  howToEnter: 'To enter a course just say so, for example “log AI ethics 2 hours yesterday”.',
  rule: (year, total, ai) =>
    ai === null
      ? `The rule for ${year}: ${total} hours of learning for each person.`
      : `The rule for ${year}: of the ${total} hours that each person learns in a year, ${ai} must (須) be AI courses.`,
  ruleOfAgency: (year, total, ai, source) =>
    `Your agency's rule for ${year}: ${total} hours for each person${ai === null ? '' : `, of them ${ai} on AI`}${source === null ? '' : ` (${source})`}.`,
  noRule: (year) =>
    `The documents do not say what was asked in ${year}, so I do not work out what is left; please ask your personnel office.`,
  missing: (total, ai) =>
    `By what is entered here, ${total === 0 ? 'the total is reached' : `${total} h are left of the total`}${ai === null ? '' : ai === 0 ? ', and the AI hours are reached' : `, and ${ai} h of AI courses`}.`,
  noneMissing: 'By what is entered here, all the hours are reached.',
  noCutOff: (lastDay) =>
    `The documents give no cut-off date; here the end of the year (${lastDay}) is used. Please ask your personnel office for the real one.`,
  cutOff: (cutOff, lagDays, lastDay) =>
    lagDays === 0
      ? `Your agency's cut-off is ${cutOff}.`
      : `Your agency's cut-off is ${cutOff}; hours take about ${lagDays} days to arrive, so please finish by ${lastDay}.`,
  notOfficial:
    'This is only what was entered here. Which courses count, and how many hours you officially have, is what the learning platform and your personnel office have on record.',
  ask: {
    courseName: 'What is the course called? (Say “cancel” to stop.)',
    certificateName: 'Which certificate is it? (Say “cancel” to stop.)',
    hours: (course) => `How many hours was “${course}”? For example “3 hours” or “90 minutes”.`,
    date: (name) => `On which day did you finish “${name}”? For example “yesterday” or “2026-11-03”.`,
    passedOn: (name) => `On which day did you pass “${name}”? For example “last Friday” or “2026-11-03”.`,
    category: (course) => `What does “${course}” count as? Its name does not tell.`,
    which: (said, full) => `By “${said}”, do you mean “${full}”?`,
    yes: 'Yes',
    no: (said) => `No, just “${said}”`,
    today: 'Today',
    yesterday: 'Yesterday',
    cancel: 'Cancel',
  },
  trouble: {
    tooMany: (max) => `One entry holds at most ${max} hours, so I did not take this number.`,
    notPositive: () => 'Hours must be above 0, so I did not take this number.',
    unclear: () => 'I am not sure how many hours that is, so I did not take it.',
    future: () => 'That day is still to come; only what is finished is entered here.',
    tooLongAgo: (max) => `That is more than ${max} years ago; please check the date.`,
    noSuchDay: () => 'There is no such day; please check the date.',
    notUnderstood: () => 'I did not understand that.',
  },
  tooManyEntries: (max) => `At most ${max} entries at a time; none of these is entered yet. Please tell them in parts.`,
  recorded: 'Entered',
  changed: 'Changed to',
  removed: 'Deleted',
  undone: 'Undone; your records are as they were before the last change.',
  nothingToUndo: 'There is nothing to undo.',
  cannotUndo:
    'This entry was imported or verified since and cannot be undone here; ask your personnel office if it is wrong.',
  cancelled: 'All right, nothing was entered or changed.',
  duplicate: (name, date) => `“${name}” on ${date} is entered already and is not counted twice`,
  proven: (name, state) =>
    `“${name}” is ${state} and cannot be changed here; ask your personnel office if it is wrong.`,
  gone: 'This entry is no longer there.',
  noSuchEntry: (name) => `There is no “${name}” among your entries.`,
  nothingToCorrect: 'You have not entered anything here yet that could be changed.',
  pickToDelete: 'Which one shall I delete?',
  pickToChange: 'Which one shall I change?',
  whatToChange: (name) => `What shall I change in “${name}”? You can also just say the new value.`,
  slot: { name: 'Name', hours: 'Hours', date: 'Date', category: 'Category' },
  newValue: {
    name: 'What is the right name?',
    hours: 'How many hours is right?',
    date: 'Which day is right?',
    category: 'Which category shall it be?',
  },
  listHours: 'Your courses as entered here',
  listHoursColumns: ['Date', 'Course', 'Hours', 'Category', 'State'],
  listCertificates: 'Your certificates as entered here',
  listCertificatesColumns: ['Date', 'Certificate', 'Issuer', 'Proof', 'State'],
  onlyNewest: (shown, all) => `The newest ${shown} of ${all}.`,
  noCertificates: 'You have not entered a certificate here yet. Say “add certificate” and its name to do so.',
  webhrUnknown:
    'Who enters it, with which proof, and whether this certificate can be entered is not documented; and I am not connected to WebHR, so what is entered here does not reach 表51.',
  notInCatalogue:
    'The documents name no certificate of this name, but theirs are only examples; ask your personnel office whether it is recognised.',
  due: {
    missing: (year, total, ai) =>
      `A reminder: by what is entered here, for ${year} you still lack ${total === 0 ? '' : `${total} h of the total`}${total > 0 && ai !== null && ai > 0 ? ' and ' : ''}${ai === null || ai === 0 ? '' : `${ai} h of AI courses`}.`,
    empty: (year) =>
      `A reminder: you have not entered any learning hours here for ${year}. If all are done, please ignore this.`,
  },
  button: {
    edit: 'Change',
    undo: 'Undo',
    figures: 'How many hours do I have left?',
    enter: 'Enter a course',
    list: 'List my learning records',
    courses: 'Recommend courses',
    mute: 'No more reminders',
    resume: 'Go on with the role interview',
  },
};
