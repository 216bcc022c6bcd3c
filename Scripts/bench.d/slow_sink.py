"""A mail server that thinks before each reply, which smtp-sink can't: it takes every message and keeps none. One thread
a connection, on loopback.

usage: slow_sink.py PORT MILLISECONDS
"""

import socketserver
import sys
import time

ANSWERS = {"EHLO": "250 slow.example", "DATA": "354 go on", "QUIT": "221 bye"}


class Talk(socketserver.StreamRequestHandler):
    disable_nagle_algorithm = True

    def say(self, line):
        time.sleep(self.server.delay)
        self.wfile.write(line.encode() + b"\r\n")

    def handle(self):
        self.say("220 slow.example")
        while line := self.rfile.readline():
            word = line[:4].decode("ascii", "replace").upper()
            self.say(ANSWERS.get(word, "250 fine"))
            if word == "QUIT":
                return
            if word == "DATA":
                while self.rfile.readline() not in (b".\r\n", b""):
                    pass
                self.say("250 taken")


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    request_queue_size = 100


def main():
    with Server(("127.0.0.1", int(sys.argv[1])), Talk) as server:
        server.delay = int(sys.argv[2]) / 1000
        server.serve_forever()


main()
