// Nothing at all: what a browser needs for any page.
requestAnimationFrame(() => performance.mark("first-draw"));
