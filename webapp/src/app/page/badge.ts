/** What is put on the page's icon. */
export type Badge = number | 'dot';

/** The icon, an SVG of 64 × 64, with a badge on it, as the address of a picture. */
export function badged(svg: string, badge: Badge): string {
  return `data:image/svg+xml,${encodeURIComponent(svg.replace('</svg>', `${drawn(badge)}</svg>`))}`;
}

function drawn(badge: Badge): string {
  return badge === 'dot'
    ? '<circle cx="51" cy="51" r="11" fill="#f2c368" stroke="#1a2035" stroke-width="3"/>'
    : '<rect x="24" y="28" width="40" height="36" rx="18" fill="#c62b21"/>' +
        '<text x="44" y="56" fill="#fff" font-family="sans-serif" font-size="28" font-weight="700" ' +
        `text-anchor="middle">${badge > 9 ? '9+' : badge}</text>`;
}
