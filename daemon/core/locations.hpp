// Where places lie on the map, to tell how far apart two are (rules/reference/coordinates.csv).
// Pure.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/places.hpp"

namespace werktdoord {

// Degrees, WGS84.
struct Point {
    double latitude = 0;
    double longitude = 0;
    friend bool operator==(const Point&, const Point&) = default;
};

// As the crow flies.
double km_between(const Point& a, const Point& b);

// The shortest distance between a place of one and a place of the other; nothing when either has
// none.
std::optional<double> km_between(const std::vector<Point>& some, const std::vector<Point>& others);

class Locations {
public:
    // REQUIRES: 1000 <= pc4 <= 9999.
    void add(int pc4, const Point& point, const std::optional<MunicipalityCode>& municipality);

    // The point of the postcode; without one the middle of the municipality's postcodes, which is
    // that of `places`. Nothing for a site that cannot be placed.
    std::optional<Point> of(const Site& site, const Places& places) const;
    std::vector<Point> of(const std::vector<Site>& sites, const Places& places) const;

    // The middle of an area, as area_of tells it.
    std::optional<Point> of_area(const std::string& area, const Places& places) const;

    friend bool operator==(const Locations&, const Locations&) = default;

private:
    struct Sum {
        Point total;
        int count = 0;
        void add(const Point& point);
        std::optional<Point> middle() const;
        friend bool operator==(const Sum&, const Sum&) = default;
    };

    std::vector<std::optional<Point>> points_ = std::vector<std::optional<Point>>(10000);
    std::array<Sum, 100> areas_{};  // by the first two digits
    std::map<MunicipalityCode, Sum> municipalities_;
};

// The part of the country in which a site is looked up: the first two digits of its postcode, else
// its municipality as compared (name_key); empty for neither. Needs no rules.
std::string area_of(const Site& site);

}  // namespace werktdoord
