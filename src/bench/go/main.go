// The tutorial's chat server, written from the tutorial's description: one goroutine that manages the
// clients over the channels register, unregister and broadcast, and one reading and one writing
// goroutine a client. It is the baseline that Parley is measured against; with Debian's golang-go and
// golang-github-gorilla-websocket-dev it is built by
//
//	GO111MODULE=off GOPATH=/usr/share/gocode go build -o tutorial main.go
//
// It listens at 127.0.0.1:12345 or at the address given as its argument. QUIET=1 leaves out the notices
// of coming and going.
package main

import (
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"log"
	"net/http"
	"os"

	"github.com/gorilla/websocket"
)

type Message struct {
	Sender    string `json:"sender,omitempty"`
	Recipient string `json:"recipient,omitempty"`
	Content   string `json:"content,omitempty"`
}

type Client struct {
	id     string
	socket *websocket.Conn
	send   chan []byte
}

type ClientManager struct {
	clients    map[*Client]bool
	broadcast  chan []byte
	register   chan *Client
	unregister chan *Client
}

var manager = ClientManager{
	clients:    map[*Client]bool{},
	broadcast:  make(chan []byte),
	register:   make(chan *Client),
	unregister: make(chan *Client),
}

func (m *ClientManager) send(message []byte, except *Client) {
	for c := range m.clients {
		if c != except {
			c.send <- message
		}
	}
}

func (m *ClientManager) start() {
	for {
		select {
		case c := <-m.register:
			m.clients[c] = true
			note, _ := json.Marshal(&Message{Content: "/A new socket has connected."})
			if os.Getenv("QUIET") == "" {
				m.send(note, c)
			}
		case c := <-m.unregister:
			if m.clients[c] {
				close(c.send)
				delete(m.clients, c)
				note, _ := json.Marshal(&Message{Content: "/A socket has disconnected."})
				if os.Getenv("QUIET") == "" {
					m.send(note, c)
				}
			}
		case message := <-m.broadcast:
			for c := range m.clients {
				select {
				case c.send <- message:
				default:
					close(c.send)
					delete(m.clients, c)
				}
			}
		}
	}
}

func (c *Client) read() {
	defer func() {
		manager.unregister <- c
		c.socket.Close()
	}()
	for {
		_, text, err := c.socket.ReadMessage()
		if err != nil {
			return
		}
		message, _ := json.Marshal(&Message{Sender: c.id, Content: string(text)})
		manager.broadcast <- message
	}
}

func (c *Client) write() {
	defer c.socket.Close()
	for message := range c.send {
		if c.socket.WriteMessage(websocket.TextMessage, message) != nil {
			return
		}
	}
	c.socket.WriteMessage(websocket.CloseMessage, []byte{})
}

func wsPage(w http.ResponseWriter, r *http.Request) {
	conn, err := (&websocket.Upgrader{CheckOrigin: func(*http.Request) bool { return true }}).Upgrade(w, r, nil)
	if err != nil {
		http.NotFound(w, r)
		return
	}
	id := make([]byte, 16)
	rand.Read(id)
	// The tutorial's channel has no room: any client that is still writing would be dropped. 256 is the
	// gorilla chat example's.
	c := &Client{hex.EncodeToString(id), conn, make(chan []byte, 256)}
	manager.register <- c
	go c.read()
	go c.write()
}

func main() {
	addr := "127.0.0.1:12345"
	if len(os.Args) > 1 {
		addr = os.Args[1]
	}
	go manager.start()
	http.HandleFunc("/ws", wsPage)
	log.Fatal(http.ListenAndServe(addr, nil))
}
