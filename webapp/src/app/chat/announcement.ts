import { Person, PersonId } from 'parley-client/message/message';
import { Room } from 'parley-client/state/state';
import { plainOf } from '../markdown/plain';
import { Words } from '../words/words';

/** So many messages are read out; more are only counted. */
const READ_OUT = 3;

/** What a screen reader says of the messages of others after this seq. */
export function announcement(
  { entries }: Room,
  after: number,
  people: ReadonlyMap<PersonId, Person>,
  me: PersonId | undefined,
  { common, talk }: Words,
): string {
  const news = entries.filter(({ seq, sender, deleted }) => seq > after && sender !== me && !deleted);
  return news.length > READ_OUT
    ? common.newMessages(news.length)
    : news
        .map(({ sender, content }) => talk.said(people.get(sender)?.name ?? common.somebody, plainOf(content)))
        .join('. ');
}
