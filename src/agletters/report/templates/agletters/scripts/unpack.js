// Unpacks what the single-file edition carries inside itself: the scripts of the interactive
// figures, and the tables for download. It is packed as LZMA, a quarter smaller than the formats
// that browsers unpack by themselves.

/**
 * @param {Uint8Array} packed a raw LZMA stream made with lc=4, lp=0 and pb=0
 * @param {number} size of what was packed, in bytes
 * @returns {Uint8Array<ArrayBuffer>}
 * @see LZMA specification, Igor Pavlov, 2015
 */
function unpackLzma(packed, size) {
  const out = new Uint8Array(size);
  /** @param {number} count */
  const odds = (count) => new Uint16Array(count).fill(1024);
  let range = 0xffffffff;
  let code = new DataView(packed.buffer, packed.byteOffset).getUint32(1);
  let at = 5;

  function refill() {
    if (range >= 0x1000000) return;
    range = (range << 8) >>> 0;
    code = ((code << 8) | packed[at++]) >>> 0;
  }

  /** @param {Uint16Array} odd @param {number} i */
  function bit(odd, i) {
    const bound = (range >>> 11) * odd[i];
    const one = code >= bound;
    if (one) {
      range -= bound;
      code -= bound;
      odd[i] -= odd[i] >> 5;
    } else {
      range = bound;
      odd[i] += (2048 - odd[i]) >> 5;
    }
    refill();
    return one ? 1 : 0;
  }

  /** @param {Uint16Array} odd @param {number} start @param {number} bits */
  function tree(odd, start, bits) {
    let node = 1;
    for (let i = 0; i < bits; i++) node = node * 2 + bit(odd, start + node);
    return node - (1 << bits);
  }

  /** @param {Uint16Array} odd @param {number} start @param {number} bits */
  function reverseTree(odd, start, bits) {
    let [node, value] = [1, 0];
    for (let i = 0; i < bits; i++) {
      const b = bit(odd, start + node);
      node = node * 2 + b;
      value |= b << i;
    }
    return value;
  }

  const lengths = () => ({ choice: odds(2), low: odds(8), mid: odds(8), high: odds(256) });
  /** @param {ReturnType<typeof lengths>} odd */
  function length(odd) {
    if (!bit(odd.choice, 0)) return 2 + tree(odd.low, 0, 3);
    return bit(odd.choice, 1) ? 18 + tree(odd.high, 0, 8) : 10 + tree(odd.mid, 0, 3);
  }

  const slots = odds(256), special = odds(115), align = odds(16);
  /** @param {number} long */
  function distance(long) {
    const slot = tree(slots, Math.min(long - 2, 3) * 64, 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    let far = ((2 | (slot & 1)) << bits) >>> 0;
    if (slot < 14) return far + reverseTree(special, far - slot, bits);
    let direct = 0;
    for (let i = 4; i < bits; i++) {
      range >>>= 1;
      const one = code >= range;
      if (one) code -= range;
      direct = direct * 2 + (one ? 1 : 0);
      refill();
    }
    return far + direct * 16 + reverseTree(align, 0, 4);
  }

  const literals = odds(0x300 << 4);
  const [isMatch, isRep, isRep0Long, isRepG0, isRepG1, isRepG2] = Array.from({ length: 6 }, () => odds(12));
  const matchLengths = lengths(), repLengths = lengths();
  let state = 0;
  let n = 0;
  let [rep0, rep1, rep2, rep3] = [0, 0, 0, 0];

  function literal() {
    const base = 0x300 * ((n ? out[n - 1] : 0) >> 4);
    let symbol = 1;
    let match = state < 7 ? -1 : out[n - rep0 - 1];
    while (symbol < 256) {
      const expected = (match >> 7) & 1;
      const b = bit(literals, base + (match < 0 ? 0 : (1 + expected) << 8) + symbol);
      match = match < 0 || b !== expected ? -1 : (match << 1) & 255;
      symbol = symbol * 2 + b;
    }
    out[n++] = symbol;
    state = state < 4 ? 0 : state - (state < 10 ? 3 : 6);
  }

  function repeated() {
    if (!bit(isRepG0, state)) {
      if (!bit(isRep0Long, state)) {
        state = state < 7 ? 9 : 11;
        return 1;
      }
    } else if (!bit(isRepG1, state)) [rep0, rep1] = [rep1, rep0];
    else if (!bit(isRepG2, state)) [rep0, rep1, rep2] = [rep2, rep0, rep1];
    else [rep0, rep1, rep2, rep3] = [rep3, rep0, rep1, rep2];
    const long = length(repLengths);
    state = state < 7 ? 8 : 11;
    return long;
  }

  function matched() {
    [rep1, rep2, rep3] = [rep0, rep1, rep2];
    const long = length(matchLengths);
    state = state < 7 ? 7 : 10;
    rep0 = distance(long);
    return long;
  }

  while (n < size) {
    if (!bit(isMatch, state)) literal();
    else for (let left = bit(isRep, state) ? repeated() : matched(); left > 0; left--, n++) out[n] = out[n - rep0 - 1];
  }
  return out;
}

/**
 * @param {string} text two signs for 13 bits, the lowest first
 * @returns {Uint8Array}
 */
function fromBase91(text) {
  const out = new Uint8Array(Math.floor((text.length * 13) / 16));
  /** @param {number} i */
  const value = (i) => {
    const code = text.charCodeAt(i);
    // The signs are those of printable ASCII without &, < and >.
    return code - 33 - Number(code > 38) - Number(code > 60) - Number(code > 62);
  };
  let [bits, held, n] = [0, 0, 0];
  for (let i = 0; i < text.length; i += 2) {
    bits |= (value(i) + 91 * value(i + 1)) << held;
    for (held += 13; held >= 8; held -= 8, bits >>= 8) out[n++] = bits & 255;
  }
  return out;
}

/**
 * @param {string} name of something packed
 * @param {string} type
 * @returns {string} an address for it
 */
function unpacked(name, type) {
  const packed = /** @type {HTMLElement} */ (document.getElementById(`packed-${name}`));
  const bytes = unpackLzma(fromBase91(`${packed.textContent}`), Number(packed.dataset.size));
  return URL.createObjectURL(new Blob([bytes], { type }));
}

for (const link of document.querySelectorAll("a")) {
  if (!link.hash.startsWith("#packed-")) continue;
  link.addEventListener(
    "click",
    () => {
      link.download = link.hash.slice("#packed-".length);
      link.href = unpacked(link.download, "text/csv");
    },
    { once: true },
  );
}
