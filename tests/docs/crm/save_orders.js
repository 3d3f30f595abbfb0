// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Saves three orders as a page would, by the recipe in this file, and says how long that took.
const board = require(process.argv[2]);

const circular = {};
circular.self = circular;
const odd = { bigint: 7n, circular };
const customer = odd[process.argv[3]] ?? '测试客户';

(async () => {
  const orders = [];
  const begun = process.hrtime.bigint();
  for (let id = 1; id <= 3; ++id) {
    orders.push(id);
    await board.publish('order_notification',
      { order_id: id, customer_name: customer, status: 2, action: 'created' });
  }
  const seconds = Number(process.hrtime.bigint() - begun) / 1e9;
  console.log(JSON.stringify({ saved: orders.length, seconds }));
  process.exit();
})();
