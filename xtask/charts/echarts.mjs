// The part of ECharts that Plumbline draws with, as one script that is loaded when the first chart is shown.
// It sets the global `echarts`; whoever needs another kind of chart registers it here.
import { init, registerLocale, use } from "echarts/core";
import { BarChart, CustomChart, HeatmapChart, RadarChart, ScatterChart } from "echarts/charts";
import {
  AriaComponent,
  DatasetComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  RadarComponent,
  TooltipComponent,
  VisualMapPiecewiseComponent,
} from "echarts/components";
import { SVGRenderer } from "echarts/renderers";

use([
  BarChart,
  CustomChart,
  HeatmapChart,
  RadarChart,
  ScatterChart,
  AriaComponent,
  DatasetComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  RadarComponent,
  TooltipComponent,
  VisualMapPiecewiseComponent,
  SVGRenderer,
]);

globalThis.echarts = { init, registerLocale };
