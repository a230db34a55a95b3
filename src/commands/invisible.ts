/** Joiners shape letters in scripts such as Persian and Hindi, and an emoji takes them and a selector of its look. */
const shaping =
  /(?<=(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])[\p{L}\p{M}])[\u200c\u200d](?=\p{L})|(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}]\ufe0f?)[\ufe0f\u200d]/gu;

/** Whether a text has characters that nobody sees and that have no work to do in it. */
export function holdsInvisible(text: string): boolean {
  return /[\p{Cf}\p{Default_Ignorable_Code_Point}]/u.test(text.replace(shaping, ''));
}
