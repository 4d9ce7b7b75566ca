import { tongue } from './tongue';

const { plural } = tongue<'one' | 'other'>('en');

/** What the parts of the page say that are loaded later, in English. */
export const later = {
  menu: {
    favourite: 'Favourite',
    mute: 'Mute',
    notify: 'Notify me of',
    all: 'Everything',
    mentions: 'What is for me',
    nothing: 'Nothing',
    markRead: 'Mark as read',
  },
  help: {
    title: 'What you can write',
    slash: 'Begin a text with a slash',
    find: 'Find a person, a room, an emoji by its name',
    newLine: 'Begin a new line; Enter alone sends',
    change: 'Change what you said last',
  },
  shortcuts: {
    title: 'Shortcuts',
    or: 'or',
    previous: 'Go to the room above',
    next: 'Go to the room below',
    previousUnread: 'Go to the room above with something new',
    nextUnread: 'Go to the room below with something new',
    read: 'Close what is open, or else mark the room as read',
    settings: 'Show the settings',
    sheet: 'Show these shortcuts',
    insecure: 'This page came over plain http. Opening offline and notifications need https.',
  },
  switcher: {
    label: 'Go to',
    places: 'Places',
    newPerson: 'write to somebody new',
    newRoom: 'open this room',
    here: 'you are here',
    news: plural({ one: '{n} new', other: '{n} new' }),
    found: plural({ one: '{n} place', other: '{n} places' }),
    none: 'No place of that name.',
  },
  settings: {
    language: 'Language',
    colours: 'Colours',
    system: 'As on this device',
    light: 'Light',
    dark: 'Dark',
    contrast: 'High contrast',
    unloaded: 'That language can’t be loaded right now. Try again in a moment.',
  },
  notifying: {
    possible: 'While Parley is open in a tab, this browser can tell you of messages that you don’t see.',
    denied: 'This browser was told not to show notifications of this page. Its settings for this page can allow them.',
    insecure: 'This page came over plain http, and browsers show notifications only of pages that come over https.',
    missing: 'This browser shows no notifications of open pages.',
    which: 'Which messages, the menu of each room says.',
    on: 'On in this browser',
    off: 'Off in this browser',
    quiet: 'Quiet hours, on all your devices',
    from: 'from',
    to: 'to',
  },
  deleting: {
    title: 'Delete this message?',
    warning: 'It goes for everybody, and can’t be brought back.',
  },
};
