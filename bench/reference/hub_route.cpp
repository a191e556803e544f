// A measure of the machine for `bench build`: what a route of the hub includes. It never changes.
#include <drogon/HttpAppFramework.h>
#include <drogon/utils/coroutine.h>

#include <boost/describe.hpp>
#include <boost/json.hpp>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

drogon::Task<int> answer() {
    co_return boost::json::parse("[1]").as_array().size();
}
