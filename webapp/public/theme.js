// How this browser's owner wants the page to look, before anything of it is drawn: a page that changed its colours
// afterwards would flash. The settings tell of another choice by an event, the browser of one made in another tab.
(() => {
  const root = document.documentElement;
  const key = ['parley', new URL('.', document.baseURI).pathname, '', 'theme'].join(' ');
  const more = matchMedia('(prefers-contrast: more)');
  const papers = { light: ['#eceef4', '#fff'], dark: ['#11131b', '#000'] };

  function kept() {
    try {
      return JSON.parse(localStorage.getItem(key)) ?? {};
    } catch {
      return {}; // nothing that can be read: as if nothing was chosen
    }
  }

  function show({ scheme, contrast }) {
    const isContrasting = contrast === true || more.matches;
    root.toggleAttribute('data-contrast', isContrasting);
    if (scheme in papers) {
      root.dataset.theme = scheme;
    } else {
      delete root.dataset.theme;
    }
    for (const meta of document.querySelectorAll('meta[name="theme-color"]')) {
      const own = meta.media.includes('dark') ? 'dark' : 'light';
      meta.content = papers[scheme in papers ? scheme : own][Number(isContrasting)];
    }
  }

  let chosen = kept();
  show(chosen);
  more.addEventListener('change', () => show(chosen));
  addEventListener('storage', (event) => event.key === key && show((chosen = kept())));
  document.addEventListener('parley-theme', ({ detail }) => show((chosen = detail)));
})();
