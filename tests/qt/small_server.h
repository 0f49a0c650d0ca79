#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace cw::test {

/// An HTTP server on this machine that answers paths with canned bytes, one connection at a time.
class SmallServer {
public:
    SmallServer()
    {
        m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        ::bind(m_listener, reinterpret_cast<const sockaddr*>(&address), sizeof(address));
        ::listen(m_listener, 8);
        socklen_t size = sizeof(address);
        ::getsockname(m_listener, reinterpret_cast<sockaddr*>(&address), &size);
        m_port = ntohs(address.sin_port);
        m_thread = std::jthread([this](const std::stop_token& stop) { serve(stop); });
    }
    ~SmallServer()
    {
        m_thread.request_stop();
        ::shutdown(m_listener, SHUT_RDWR);
        m_thread.join();
        ::close(m_listener);
    }
    SmallServer(const SmallServer&) = delete;
    SmallServer& operator=(const SmallServer&) = delete;

    std::string url(const std::string& path) const { return "http://127.0.0.1:" + std::to_string(m_port) + path; }
    void answer(const std::string& path, const std::string& head, const std::string& body)
    {
        m_answers[path] = "HTTP/1.1 " + head +
                          "\r\nConnection: close\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
    }
    /// Promises a megabyte, gives the head and no more until the test ends.
    void hangAt(const std::string& path) { m_hanging = path; }
    std::vector<std::string> requests() const
    {
        const std::lock_guard lock(m_mutex);
        return m_requests;
    }

private:
    void serve(const std::stop_token& stop)
    {
        while (!stop.stop_requested()) {
            const int connection = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
            if (connection < 0) return;
            std::string request;
            char buffer[4096];
            while (request.find("\r\n\r\n") == std::string::npos) {
                const auto got = ::recv(connection, buffer, sizeof(buffer), 0);
                if (got <= 0) break;
                request.append(buffer, static_cast<std::size_t>(got));
            }
            const auto from = request.find(' ') + 1;
            const auto path = request.substr(from, request.find(' ', from) - from);
            {
                const std::lock_guard lock(m_mutex);
                m_requests.push_back(request);
            }
            reply(connection, path, stop);
            ::close(connection);
        }
    }
    void reply(int connection, const std::string& path, const std::stop_token& stop) const
    {
        const auto found = m_answers.find(path);
        std::string bytes = found == m_answers.end()
                                ? "HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
                                : found->second;
        if (path == m_hanging) bytes = "HTTP/1.1 200 OK\r\nContent-Length: 1048576\r\n\r\nbegin";
        ::send(connection, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        while (path == m_hanging && !stop.stop_requested()) {
            char byte = 0;
            if (::recv(connection, &byte, 1, MSG_DONTWAIT) == 0) return;  // The other side has gone.
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
    }

    int m_listener = -1;
    std::uint16_t m_port = 0;
    std::map<std::string, std::string> m_answers;
    std::string m_hanging;
    mutable std::mutex m_mutex;
    std::vector<std::string> m_requests;
    std::jthread m_thread;
};

}  // namespace cw::test
