import { channelsEn } from './channels-en.ts';
import type { ChannelWording } from './channels-wording.ts';
import { channelsZhTW } from './channels-zh-tw.ts';

/** What chat channels say around the conversation, by language; the names of platforms do not stand here. */
export const channelWording: Readonly<Record<'zh-TW' | 'en', ChannelWording>> = {
  'zh-TW': channelsZhTW,
  en: channelsEn,
};
