-- How many of the licenses that an order has changed still are as it left them, as far as orders that take others back go: what took one
-- back can be taken back itself. Each license is taken back once at most, since what a later order has changed is left as it is.
create function connection_order_standing(placed uuid) returns bigint language plpgsql stable as $$
begin
    return (select done from connection_order where id = placed)
        - coalesce((select sum(connection_order_standing(taken.id)) from connection_order taken where taken.undoes = placed and taken.done > 0), 0);
end
$$;
