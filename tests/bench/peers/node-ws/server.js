// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Sends each line of the feed to all WebSocket clients: server.js WS_PORT FEED_PORT
'use strict';

const net = require('net');
const { WebSocketServer, WebSocket } = require('ws');

const [wsPort, feedPort] = process.argv.slice(2).map(Number);
const HOST = '127.0.0.1';
const TEXT = 1;
const PONG = '{"type":"pong","message":"pong"}';

const server = new WebSocketServer({
  host: HOST,
  port: wsPort,
  path: '/ws',
  backlog: 4096,
  perMessageDeflate: false,
  maxPayload: 64 * 1024,
});

server.on('connection', (client) => {
  client.on('error', () => client.terminate());
  client.on('message', (data) => {
    if (data.includes('"ping"')) client.send(PONG);
  });
});

// client.send() frames a message anew for each client; the sender behind it takes a finished frame.
function broadcast(line) {
  const options = { fin: true, opcode: TEXT, mask: false, rsv1: false, readOnly: true };
  const parts = WebSocket.Sender.frame(line, options);
  const frame = [Buffer.concat(parts)];
  for (const client of server.clients) {
    if (client.readyState === WebSocket.OPEN) client._sender.sendFrame(frame);
  }
}

function readLines(feed) {
  let rest = Buffer.alloc(0);
  feed.on('data', (chunk) => {
    const bytes = rest.length ? Buffer.concat([rest, chunk]) : chunk;
    let start = 0;
    for (let end; (end = bytes.indexOf(10, start)) !== -1; start = end + 1) {
      broadcast(bytes.subarray(start, end));
    }
    rest = bytes.subarray(start);
  });
  feed.on('error', () => feed.destroy());
}

// Last, because a peer that takes the feed is ready.
server.on('listening', () => net.createServer(readLines).listen(feedPort, HOST));
