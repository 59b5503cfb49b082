/** The languages of the product. Chinese is the first one: its text decides the typed keys. */
export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

/** BCP 47 tags for the document, Intl and Accept-Language. */
export const languageTag: Record<Language, string> = { zh: 'zh-CN', en: 'en-US' };
