"""Pages of gatherings: the plan, the door, who came, what came out."""
