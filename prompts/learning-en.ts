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
  mayChange: (from, year) =>
    ` The documents say this from ${from} on and do not say whether ${year} is adjusted; please ask your personnel office.`,
  noParts: (ai) =>
    `For each person the documents ask for ${ai} AI hours and do not divide them into basic and advanced.`,
  otherYear: (year, now) => `What is dated in ${year} counts for ${year}, not for ${now}.`,
  longDay: (day, hours, max) =>
    `${day} now has ${hours} h, more than the ${max} h of a day; please check the dates and hours.`,
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
    hours: (course) =>
      `How many hours was ${course === '' ? 'it' : `“${course}”`}? For example “3 hours” or “90 minutes”.`,
    split: (courses, hours) =>
      `${courses.map((course) => `“${course}”`).join(' and ')} took ${hours} hours together: how many hours was each, in this order? Or is it one course?`,
    each: (hours) => `${hours} hours each`,
    oneCourse: 'It is one course',
    sure: {
      longDay: (course, hours, dayMax) =>
        `A day has ${dayMax} hours: is ${hours} hours right for “${course}”? A course of several days is entered with its last day.`,
      about: (course, hours) => `You said about: shall I enter ${hours} hours for “${course}”?`,
    },
    right: (hours) => `Yes, ${hours} hours`,
    wrong: 'No, I say it again',
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
    wholeDays: () => 'How many hours a day or half a day had differs from course to course; please tell me the hours.',
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
  undone: 'Undone.',
  redone: 'Done again.',
  takenOut: 'Taken out',
  thereAgain: 'There again',
  nothingToUndo:
    'Nothing was changed in this talk that could be undone. To correct what you entered before, say “delete AI ethics” or “change it to 3 hours”.',
  nothingToRedo: 'Nothing was undone that could be done again.',
  nothingToCancel:
    'Nothing is being entered or changed that could be cancelled. To delete an entry, say “delete” and its name.',
  cannotUndo:
    'This entry was imported or verified since and cannot be undone here; ask your personnel office if it is wrong.',
  cancelled: 'All right, nothing was entered or changed.',
  dropped: (names) =>
    names.length === 0
      ? 'All right, this one is not entered; nothing else was changed.'
      : `All right, ${names.map((name) => `“${name}”`).join(' and ')} is not entered; nothing else was changed.`,
  notChanged: (name) => `All right, “${name}” stays as it is.`,
  corrected: (name, value) => `All right, ${name === null ? 'it' : `“${name}”`} is now ${value}.`,
  waits: (names) =>
    `I have ${names.map((name) => `“${name}”`).join(' and ')} too, not entered yet; I ask about it after this question.`,
  notHandled: (said) => `I have not dealt with “${said}”; please say it again by itself.`,
  howToCorrect:
    'Just say it: “change it to 3 hours”, “change the date to yesterday”, “delete AI ethics”; right behind an entry “undo” takes it back.',
  notPassed: {
    exam: 'Preparing for an exam is hard work, and not passing this time is all right. Nothing is entered here. I can recommend courses to prepare with; the documents do not say when and how to take it again, so please see the organiser.',
    part: 'Well done so far. One part of it is not the whole certificate, so I do not enter it yet; once you hold the certificate, say “add certificate” and its name. The documents do not say what passing takes, so please see the organiser.',
  },
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
  notHeldYet: (name, announced) =>
    `Of “${name}” the documents (June 2026) say: ${announced}. I cannot tell whether it has been held; please check the name and the date, and ask your personnel office.`,
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
    redo: 'Undo the undo',
    figures: 'How many hours do I have left?',
    enter: 'Enter a course',
    list: 'List my learning records',
    courses: 'Recommend courses',
    mute: 'No more reminders',
    resume: 'Go on with the role interview',
  },
};
