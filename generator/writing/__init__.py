"""From a template to a post: values, formulas, figures as Markdown for one kind of blog."""
