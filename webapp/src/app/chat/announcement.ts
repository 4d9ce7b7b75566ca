import { Person, PersonId } from 'parley-client/message/message';
import { isOf } from 'parley-client/state/side';
import { Entry, Room } from 'parley-client/state/state';
import { plainOf } from '../markdown/plain';
import { Words } from '../words/words';

/** So many messages are read out; more are only counted. */
const READ_OUT = 3;

/** What a screen reader says of the messages of others after this seq; of replies, where one reads their thread. */
export function announcement(
  { entries, side }: Room,
  after: number,
  people: ReadonlyMap<PersonId, Person>,
  me: PersonId | undefined,
  { common, talk }: Words,
): string {
  const isHere = (entry: Entry) => entry.thread === undefined || (side !== undefined && isOf(entry, side.of));
  const news = entries.filter((entry) => {
    const { seq, sender, deleted } = entry;
    return seq > after && sender !== me && !deleted && isHere(entry);
  });
  return news.length > READ_OUT
    ? common.newMessages(news.length)
    : news
        .map(({ sender, content }) => talk.said(people.get(sender)?.name ?? common.somebody, plainOf(content)))
        .join('. ');
}
