import { Answer } from 'parley-client/session/asking';
import { refusalText } from '../words/refusal';
import { Words } from '../words/words';

/** Why something that was asked for did not come to pass; nothing, if it did. */
export function whyNotDone(answer: Answer, words: Words): string | undefined {
  switch (answer.is) {
    case 'answered':
      return undefined;
    case 'refused':
      return refusalText(answer, words);
    case 'lost':
      return words.obstacles.offline;
  }
}
