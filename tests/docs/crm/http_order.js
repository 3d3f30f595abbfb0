// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Tells of an order twice, by the recipe in this file: the second time as if the answer had got lost.
const board = require(process.argv[2]);

const order = { order_id: 7, customer_name: '测试客户', status: 2, action: 'created' };
(async () => {
  const first = await board.publish('order_notification', order, 'node-1');
  const second = await board.publish('order_notification', order, 'node-1');
  console.log(JSON.stringify([first, second]));
})();
