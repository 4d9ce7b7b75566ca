/** Finds text that people read in templates: between tags, in attributes that are shown, and in what is bound to both. */

const LETTER = /\p{L}/u;
/** Names, which no language has otherwise. */
const NAMES = /\bParley\b/gu;
/** Attributes that are read out or shown. */
const SHOWN = /^(aria-(label|description|roledescription|placeholder|valuetext)|title|placeholder|alt|label)$/;

const isText = (text) => LETTER.test(text.replace(NAMES, ''));

export default {
  meta: {
    type: 'problem',
    docs: { description: 'text that people read stands in the catalogues of words' },
    messages: { text: 'Text that people read stands in app/words: “{{text}}”.' },
    schema: [],
  },
  create(context) {
    const { parserServices } = context.sourceCode;
    const report = ({ sourceSpan }, text) => {
      const loc = parserServices.convertNodeSourceSpanToLoc(sourceSpan);
      context.report({ loc, messageId: 'text', data: { text: text.trim() } });
    };
    const check = (node, text) => {
      if (isText(text)) {
        report(node, text);
      }
    };
    /** What an expression shows: a string, or one that is chosen or put together. */
    const checkShown = (expression, node) => {
      switch (expression?.constructor.name.replace(/\$\d+$/, '')) {
        case 'ASTWithSource':
          checkShown(expression.ast, node);
          break;
        case 'Interpolation':
          expression.strings.forEach((text) => check(node, text));
          expression.expressions.forEach((one) => checkShown(one, node));
          break;
        case 'LiteralPrimitive':
          check(node, typeof expression.value === 'string' ? expression.value : '');
          break;
        case 'TemplateLiteral':
          expression.elements.forEach(({ text }) => check(node, text));
          break;
        case 'Conditional':
          checkShown(expression.trueExp, node);
          checkShown(expression.falseExp, node);
          break;
        case 'Binary':
          if (/^(\+|\|\||&&|\?\?)$/.test(expression.operation)) {
            checkShown(expression.left, node);
            checkShown(expression.right, node);
          }
          break;
        case 'ParenthesizedExpression':
          checkShown(expression.expression, node);
          break;
        case 'BindingPipe':
          checkShown(expression.exp, node);
          break;
      }
    };
    return {
      Text: (node) => check(node, node.value),
      BoundText: (node) => checkShown(node.value, node),
      TextAttribute: (node) => {
        if (SHOWN.test(node.name)) {
          check(node, node.value);
        }
      },
      BoundAttribute: (node) => {
        if (SHOWN.test(node.name.replace(/^attr\./, ''))) {
          checkShown(node.value, node);
        }
      },
    };
  },
};
