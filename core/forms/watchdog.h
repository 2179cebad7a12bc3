// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace andu::forms {

/// Resident memory of this process; nothing where the system does not tell.
[[nodiscard]] std::optional<qint64> residentBytes();

/// Calls a function from its own thread when an armed time has passed, or when the process has
/// grown by more than the allowed memory meanwhile (a script engine has no limit of its own).
/// Arming costs a store: the thread looks every 10 ms while there is something to watch. One thread
/// arms and disarms.
class Watchdog
{
public:
    explicit Watchdog(std::function<void()> bite);

    void arm(std::chrono::milliseconds time, qint64 memoryBytes);
    /// After this the function is not called until the next arm().
    void disarm();
    /// Whether the last bite was for memory.
    [[nodiscard]] bool isOutOfMemory() const { return m_isOutOfMemory; }

private:
    using Clock = std::chrono::steady_clock;

    void watch(const std::stop_token &stop);
    void park(const std::stop_token &stop);
    void biteIfDue(qint64 deadline, std::optional<qint64> mostBytes);

    std::function<void()> m_bite;
    std::atomic<qint64> m_deadline = 0; ///< Of the steady clock, in ns; 0 when not armed.
    std::atomic<qint64> m_memoryBytes = 0;
    std::atomic<bool> m_isParked = false;
    std::atomic<bool> m_isBiting = false;
    std::atomic<bool> m_isOutOfMemory = false;
    std::mutex m_mutex; ///< Only for parking.
    std::condition_variable_any m_changed;
    std::jthread m_thread; ///< Last member: stops before the others go.
};

} // namespace andu::forms
