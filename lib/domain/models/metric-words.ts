/** What a metric measures, in one sentence, by its name in answers. */
const sentences: Record<string, string> = {
  rocAuc: "Share of pairs of a positive and a negative row in which the positive one scores higher; ties count half.",
  accuracy: "Share of labelled rows whose prediction was right.",
  precision: "Of the rows said to be positive, the share that were.",
  recall: "Of the rows that were positive, the share that was found.",
  f1: "Harmonic mean of precision and recall.",
  specificity: "Of the rows that were negative, the share said to be.",
  prAuc: "Area under precision by recall, as average precision.",
  logLoss: "Mean of −log of the probability given to what came true, in nats. Lower is better.",
  brier: "Mean squared distance of score and outcome. Lower is better.",
  expectedCalibrationError:
    "How far scores are from the observed share of positives, on average over tenths of the score. Lower is better.",
  prevalence: "Share of labelled rows that are positive. It says what came, not how good the model is.",
  selectionRate: "Share of all rows predicted positive, labelled or not.",
  matthewsCorrelation: "Correlation of prediction and label, from −1 to 1; 0 is chance.",
  macroF1: "F1 of each class, averaged with equal weight.",
  weightedF1: "F1 of each class, averaged by how often the class occurs.",
  mae: "Mean distance of prediction and label, in the label's unit. Lower is better.",
  meanError: "Mean of prediction − label: above 0 the model says too much, below 0 too little.",
  rmse: "Root of the mean squared error; large errors weigh more. Lower is better.",
  mape: "Mean of |error ÷ label| over rows with a label other than 0. Lower is better.",
  r2: "Share of the labels' variance that the predictions explain; below 0 is worse than their mean.",
};

export const metricSentence = (metric: string): string | undefined => sentences[metric];

const rates: Record<string, string> = {
  selectionRate: "Selection rate",
  accuracy: "Accuracy",
  precision: "Precision",
  truePositiveRate: "True positive rate",
  falsePositiveRate: "False positive rate",
  trueNegativeRate: "True negative rate",
  falseNegativeRate: "False negative rate",
  falseDiscoveryRate: "False discovery rate",
  falseOmissionRate: "False omission rate",
  negativePredictiveValue: "Negative predictive value",
};

/** A rate of a group as people say it; one without words is shown by its name. */
export const rateName = (rate: string): string => rates[rate] ?? rate;

export const rateSentences: Record<string, string> = {
  selectionRate: "Share of rows predicted positive.",
  accuracy: "Share of labelled rows whose prediction was right.",
  precision: "Of those said to be positive, the share that were.",
  truePositiveRate: "Of those that were positive, the share that was found.",
  falsePositiveRate: "Of those that were negative, the share said to be positive.",
  trueNegativeRate: "Of those that were negative, the share said to be.",
  falseNegativeRate: "Of those that were positive, the share that was missed.",
  falseDiscoveryRate: "Of those said to be positive, the share that were not.",
  falseOmissionRate: "Of those said to be negative, the share that were positive.",
  negativePredictiveValue: "Of those said to be negative, the share that were.",
};
