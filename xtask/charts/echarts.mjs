// The part of ECharts that Plumbline draws with, as one script that is loaded when the first chart is shown.
// It sets the global `echarts`; whoever needs another kind of chart registers it here.
import { init, registerLocale, use } from "echarts/core";
import { BarChart, CustomChart, HeatmapChart, ScatterChart } from "echarts/charts";
import {
  AriaComponent,
  DatasetComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
  VisualMapPiecewiseComponent,
} from "echarts/components";
import { SVGRenderer } from "echarts/renderers";

use([
  BarChart,
  CustomChart,
  HeatmapChart,
  ScatterChart,
  AriaComponent,
  DatasetComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
  VisualMapPiecewiseComponent,
  SVGRenderer,
]);

/** Twice as fine as on the screen: pictures end in slides and documents. */
const FINER = 2;

/** A picture that is given as SVG, as PNG. Nothing is loaded for it: the SVG names no other file. */
async function png(svg, width, height) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * FINER);
  canvas.height = Math.round(height * FINER);
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, failed) => canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error("no picture"))), "image/png"));
}

/** Puts a picture where it can be pasted from. The browser is told at once what will come: later it would no longer allow it. */
const copy = (svg, width, height) => navigator.clipboard.write([new ClipboardItem({ "image/png": png(svg, width, height) })]);

globalThis.echarts = { init, registerLocale, png, copy };
