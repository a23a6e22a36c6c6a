/** A data set of the demonstration: whose it is, under which licence, and what was changed. */
export type DemoData = {
  slug: string;
  name: string;
  what: string;
  origin: string;
  href: string;
  linkText: string;
  licence: string;
  predictions: string;
  changed: string;
  rows: string;
};

export const demoData: readonly DemoData[] = [
  {
    slug: "california-housing",
    name: "California housing",
    what: "Is a district one of high-value homes? Labels come a week after the prediction.",
    origin: "A modified California housing set that NannyML distributes, after the census of 1990.",
    href: "https://github.com/NannyML/nannyml/tree/main/nannyml/datasets/data",
    linkText: "NannyML’s data sets",
    licence: "Apache-2.0",
    predictions: "Scores and predictions are those of the publisher. The score is not calibrated; that is part of the data.",
    changed:
      "Times are moved by whole months. Regions are boxes of latitude and longitude drawn here. Versions v1 to v3 are made up: all rows come from one model.",
    rows: "5,832 reference rows with labels, 8,232 rows after them.",
  },
  {
    slug: "adult-income",
    name: "Adult income",
    what: "Does a person earn over 50,000 dollars a year? Watched for fairness by sex and race.",
    origin: "“Adult”, Becker and Kohavi (1996), UCI Machine Learning Repository, after the US census of 1994.",
    href: "https://doi.org/10.24432/C5XW20",
    linkText: "doi.org/10.24432/C5XW20",
    licence: "CC BY 4.0",
    predictions: "Made anew by the recipe of Fairlearn’s quickstart: a decision tree.",
    changed:
      "The data has no times. Those shown are made up, spread evenly over 90 days; the order of rows is kept. Latencies and the few failed requests are made up as well.",
    rows: "48,842 rows, the first sixth of them as reference.",
  },
  {
    slug: "bike-sharing-demand",
    name: "Bike sharing demand",
    what: "How many bikes are rented in the next hour? The counts come an hour later.",
    origin:
      "“Bike Sharing”, Fanaee-T, H. and Gama, J. (2013), “Event labeling combining ensemble detectors and background knowledge”, Progress in Artificial Intelligence, UCI Machine Learning Repository.",
    href: "https://doi.org/10.24432/C5W894",
    linkText: "doi.org/10.24432/C5W894",
    licence: "CC BY 4.0",
    predictions: "Made anew by the recipe of Evidently’s demonstration: a random forest trained on the first four weeks.",
    changed: "Times are moved by whole months. Only January and February 2011 are used.",
    rows: "1,337 hours from 1 January to 28 February 2011, the first 618 of them as reference.",
  },
];
