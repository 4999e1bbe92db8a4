// What is imported after this runs in a task of its own. The browser lays the page out in the task that ends its
// parsing; to set the page up in the same one would keep a reader waiting longer than is felt.

await new Promise((resolve) => setTimeout(resolve));

export {};
