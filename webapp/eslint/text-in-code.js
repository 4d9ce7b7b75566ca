/**
 * Finds text that people read in TypeScript, outside the catalogues of words: strings of more than one word, and single
 * ones with a capital letter. What programs read looks otherwise, or stands where nobody would show it.
 */

/** What keys, tags and events are called is no text. */
const NAMES = /^(Arrow(Up|Down|Left|Right)|Enter|Escape|Tab|Home|End|Page(Up|Down)|Backspace|Delete|Space|Parley)$/;
const SEVERAL_WORDS = /\p{L}{2,}[,;:.!?…’)]*\s+[(“‘]*\p{L}/u;
const CAPITAL_AND_SPACE = /^\s*\p{Lu}\p{L}*\s/u;
const ONE_WORD = /^\p{Lu}\p{Ll}+[.!?…]?$/u;
/** Attributes that are read out or shown, whatever stands in them. */
const SHOWN = /^(aria-(label|description|roledescription|placeholder|valuetext)|title|placeholder|alt|label)$/;
/** Parts of a component's description that are read by Angular. */
const OF_ANGULAR = new Set(['selector', 'template', 'templateUrl', 'styleUrl', 'name']);

/** Markup, and what is asked of a screen. */
const NOTATION = /^(<|\(.*:)/u;

function isText(text) {
  return (
    !NAMES.test(text) &&
    !NOTATION.test(text) &&
    (SEVERAL_WORDS.test(text) || CAPITAL_AND_SPACE.test(text) || ONE_WORD.test(text))
  );
}

const nameOf = ({ key }) => (key.type === 'Identifier' ? key.name : String(key.value));

/** Whether a string stands where only programs read it. */
function isForPrograms(node) {
  const { parent } = node;
  switch (parent.type) {
    case 'ImportDeclaration':
    case 'ImportExpression':
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration':
    case 'TSLiteralType':
    case 'SwitchCase':
    case 'TaggedTemplateExpression':
      return true;
    case 'BinaryExpression':
      return /^(===?|!==?|in)$/.test(parent.operator);
    case 'Property':
      return parent.key === node || isOfAngular(parent);
    case 'NewExpression':
      return /(Error|InjectionToken)$/.test(parent.callee.name ?? '');
    case 'MemberExpression':
      return true;
    case 'AssignmentExpression':
      return /^(rel|className)$/.test(parent.left.property?.name ?? '');
    default:
      return isQuery(parent);
  }
}

/** What is handed to the DOM by its names. */
function isQuery({ type, callee }) {
  const name = type === 'CallExpression' && callee.type === 'MemberExpression' ? callee.property.name : '';
  return /^(querySelector(All)?|closest|matches|addEventListener|setAttribute|execCommand)$/.test(name ?? '');
}

function isOfAngular(property) {
  const name = nameOf(property);
  const isInDecorator = property.parent.parent.parent?.type === 'Decorator';
  const isInHost = property.parent.parent.type === 'Property' && nameOf(property.parent.parent) === 'host';
  return (isInDecorator && OF_ANGULAR.has(name)) || (isInHost && /^[[(]/.test(name));
}

/** Whether it is the text of an attribute that is shown. */
function isShown({ parent }) {
  return parent.type === 'Property' && SHOWN.test(nameOf(parent));
}

export default {
  meta: {
    type: 'problem',
    docs: { description: 'text that people read stands in the catalogues of words' },
    messages: { text: 'Text that people read stands in app/words: “{{text}}”.' },
    schema: [],
  },
  create(context) {
    const check = (node, text) => {
      if ((isText(text) || (isShown(node) && /\p{L}/u.test(text))) && !isForPrograms(node)) {
        context.report({ node, messageId: 'text', data: { text: text.trim() } });
      }
    };
    return {
      Literal(node) {
        if (typeof node.value === 'string') {
          check(node, node.value);
        }
      },
      TemplateLiteral(node) {
        const texts = node.quasis.map(({ value }) => value.cooked ?? '');
        check(node, texts.join('\u{fffc}'));
      },
    };
  },
};
