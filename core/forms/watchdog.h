// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace andu::forms {

/// Calls a function from its own thread when an armed time has passed.
class Watchdog
{
public:
    explicit Watchdog(std::function<void()> bite)
        : m_bite(std::move(bite))
        , m_thread([this](const std::stop_token &stop) { watch(stop); })
    { }

    void arm(std::chrono::milliseconds time)
    {
        const std::scoped_lock lock(m_mutex);
        m_deadline = std::chrono::steady_clock::now() + time;
        m_changed.notify_all();
    }

    void disarm()
    {
        const std::scoped_lock lock(m_mutex);
        m_deadline.reset();
        m_changed.notify_all();
    }

private:
    void watch(const std::stop_token &stop)
    {
        std::unique_lock lock(m_mutex);
        while (!stop.stop_requested()) {
            if (!m_deadline) {
                m_changed.wait(lock, stop, [this] { return m_deadline.has_value(); });
                continue;
            }
            const auto deadline = *m_deadline;
            m_changed.wait_until(
                lock, stop, deadline, [this, deadline] { return m_deadline != deadline; });
            if (m_deadline == deadline && std::chrono::steady_clock::now() >= deadline
                && !stop.stop_requested()) {
                m_deadline.reset();
                m_bite();
            }
        }
    }

    std::function<void()> m_bite;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::optional<std::chrono::steady_clock::time_point> m_deadline;
    std::jthread m_thread; ///< Last member: stops before the others go.
};

} // namespace andu::forms
