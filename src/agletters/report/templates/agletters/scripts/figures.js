// Interactive figures on demand: plotly's figure in the place of the drawing, until it is put
// back. The library comes from beside the page, or from inside it in the single-file edition.

/** What the scripts beside or inside the page leave behind. */
const loaded = /** @type {{ Plotly?: any, agletters?: Record<string, any> }} */ (globalThis);

/** @type {Map<string, Promise<void>>} */
const scripts = new Map();

/** @param {string} name of a script that may be packed inside the page */
const addressOf = (name) => (document.getElementById(`packed-${name}`) ? unpacked(name, "text/javascript") : `interactive/${name}`);

/** @param {string} name */
function load(name) {
  const loading =
    scripts.get(name) ??
    new Promise((resolve, reject) => {
      const script = make("script", { src: addressOf(name) });
      script.addEventListener("load", () => resolve(undefined));
      script.addEventListener("error", () => {
        script.remove();
        scripts.delete(name);
        reject(new Error(name));
      });
      document.head.append(script);
    });
  scripts.set(name, loading);
  return loading;
}

/** @param {string} slug */
async function fetchFigure(slug) {
  await Promise.all([load("plotly.min.js"), load(`${slug}.js`)]);
  return structuredClone(loaded.agletters?.[slug]);
}

/**
 * Give each colour of the palette as it is in the present scheme.
 * @param {any} spec
 */
function recoloured(spec) {
  const style = getComputedStyle(document.documentElement);
  const names = JSON.parse(document.body.dataset.palette ?? "{}");
  return JSON.parse(
    JSON.stringify(spec).replace(/#[0-9a-f]{6}/g, (hex) => (names[hex] ? style.getPropertyValue(names[hex]).trim() : hex)),
  );
}

/**
 * Fit a figure to the box of its drawing, whose title and key stand on the page.
 * @param {any} spec
 * @param {number} scale pixels of the page for one of the figure
 * @param {DOMRect} box
 * @param {number} keyHeight
 */
function fitted(spec, scale, box, keyHeight) {
  const { layout } = spec;
  const crop = layout.meta?.crop ?? { top: 0 };
  layout.margin.t += keyHeight / scale - crop.top;
  layout.height = (box.height + keyHeight) / scale;
  layout.title = { text: "" };
  layout.dragmode = "zoom";
  layout.modebar = { ...layout.modebar, orientation: "h" };
  const size = 14 / scale;
  layout.legend = { ...layout.legend, y: 1, yanchor: "top", yref: "container", font: { ...layout.legend?.font, size }, itemclick: "toggle", itemdoubleclick: "toggleothers" };
  layout.hoverlabel = { ...layout.hoverlabel, font: { ...layout.hoverlabel?.font, size } };
  return spec;
}

/** @param {HTMLElement} figure */
function addButton(figure) {
  const slug = figure.id.replace("fig-", "");
  const [stage] = all(".stage", figure);
  const [drawing] = all(".drawing", stage);
  const status = makeStatus();
  const button = makeButton("Interactive figure", () => (plot ? restore() : show()));
  /** @type {HTMLElement | null} */
  let plot = null;
  let width = 1;

  function restore() {
    if (!plot) return;
    loaded.Plotly.purge(plot);
    plot.remove();
    plot = null;
    stage.classList.remove("live");
    button.ariaPressed = "false";
    status.textContent = "The drawing is back.";
  }

  async function show() {
    status.textContent = "Loading…";
    const spec = await fetchFigure(slug).catch(() => null);
    if (!spec || !loaded.Plotly) {
      status.textContent = "The interactive figure is not beside this page; the drawing stays.";
      return;
    }
    const box = drawing.getBoundingClientRect();
    width = spec.layout.width;
    const scale = box.width / width;
    plot = make("div", { className: "plot" });
    plot.style.cssText = `width:${width}px;transform:scale(${scale});--scale:${scale}`;
    stage.append(plot);
    stage.classList.add("live");
    const { data, layout } = fitted(recoloured(spec), scale, box, box.top - stage.getBoundingClientRect().top);
    await loaded.Plotly.newPlot(plot, data, layout, {
      displaylogo: false,
      displayModeBar: true,
      modeBarButtons: [["zoomIn2d", "zoomOut2d", "pan2d", "resetScale2d", "toImage"]],
      toImageButtonOptions: { filename: slug, scale: 2 },
    });
    button.ariaPressed = "true";
    status.textContent = "Interactive. Escape brings the drawing back.";
  }

  button.className = "interactive";
  button.ariaPressed = "false";
  stage.after(make("p", { className: "figure-actions" }, button, status));
  figure.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !plot) return;
    restore();
    button.focus();
  });
  new ResizeObserver(() => {
    if (plot) plot.style.transform = `scale(${drawing.clientWidth / width})`;
  }).observe(drawing);
}

if (document.body.dataset.palette) whenNear(all("figure"), addButton);
