/** Joiners after letters of scripts such as Persian and Hindi; joiners and variation selectors after an emoji. */
const shaping =
  /(?<=(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])[\p{L}\p{M}])[\u200c\u200d](?=\p{L})|(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}]\ufe0f?)[\ufe0f\u200d]/gu;

/** Whether a text contains invisible characters that do not shape a letter or an emoji. */
export function holdsInvisible(text: string): boolean {
  return /[\p{Cf}\p{Default_Ignorable_Code_Point}]/u.test(text.replace(shaping, ''));
}
