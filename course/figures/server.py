"""A kernel connection without delay, for the server that shows interactive figures.

By default the server's TCP socket holds a small message back until the one before it is acknowledged, about 40 ms later:
longer than a neuron takes to answer. Used as

    jupyter lab --ServerApp.kernel_websocket_connection_class=course.figures.server.PromptConnection
"""

from __future__ import annotations

from typing import Any

from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection


class PromptConnection(ZMQChannelsWebsocketConnection):
    """Sends each message of the kernel to the browser at once."""

    def connect(self) -> Any:
        """Switch the socket's delay off (Nagle's algorithm), then connect as usual."""
        self.websocket_handler.set_nodelay(True)
        return super().connect()
