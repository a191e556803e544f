// What the hub sends to seats, and on which thread.
#pragma once

#include <functional>
#include <memory>
#include <string>

namespace chengyun::hub {

/// The text of one message, made once and shared by all seats that get the same.
using Frame = std::shared_ptr<const std::string>;

/// Runs a job on the IO loop of a seat, soon and in order.
using Lane = std::function<void(std::function<void()>)>;

} // namespace chengyun::hub
