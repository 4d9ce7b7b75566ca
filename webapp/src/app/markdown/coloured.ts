import { createLowlight } from 'lowlight';
import { element } from './element';
import { GRAMMARS } from './grammars';
import { Grammar } from './languages';

type Content = ReturnType<ReturnType<typeof createLowlight>['highlight']>['children'][number];

const lowlight = createLowlight();

/** The nodes of a code in a language, its words within spans whose class says what they are. */
export async function colouredNodes(document: Document, code: string, grammar: Grammar): Promise<readonly Node[]> {
  if (!lowlight.registered(grammar)) {
    lowlight.register(grammar, (await GRAMMARS[grammar]()).default);
  }
  return lowlight.highlight(grammar, code).children.flatMap((content) => nodesOf(document, content));
}

function nodesOf(document: Document, content: Content): readonly Node[] {
  switch (content.type) {
    case 'text':
      return [document.createTextNode(content.value)];
    case 'element': {
      const children = content.children.flatMap((child) => nodesOf(document, child));
      return [element(document, 'span', children, [content.properties['className']].flat().join(' '))];
    }
    default:
      return [];
  }
}
