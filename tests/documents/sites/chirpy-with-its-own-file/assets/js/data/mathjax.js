MathJax = {
  tex: {inlineMath: [['$', '$']], displayMath: [['$$', '$$']]}
};
